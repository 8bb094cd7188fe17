/// The simulator as its control API shows it: worlds, clock, pace, dump.
@NullMarked
package dev.caravan.launcher.simulation;

import org.jspecify.annotations.NullMarked;
