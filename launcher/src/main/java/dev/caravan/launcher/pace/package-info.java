/// When the simulated clock may skip, and how far.
@NullMarked
package dev.caravan.launcher.pace;

import org.jspecify.annotations.NullMarked;
