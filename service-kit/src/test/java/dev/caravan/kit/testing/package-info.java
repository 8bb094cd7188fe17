/// What the tests of every service share.
@NullMarked
package dev.caravan.kit.testing;

import org.jspecify.annotations.NullMarked;
