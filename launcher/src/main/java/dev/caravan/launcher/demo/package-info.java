/// One demo from the first process to the closing summary.
@NullMarked
package dev.caravan.launcher.demo;

import org.jspecify.annotations.NullMarked;
