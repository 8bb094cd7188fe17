/// What the tests of this module share.
@NullMarked
package dev.caravan.launcher.testing;

import org.jspecify.annotations.NullMarked;
