/// What the simulator has been asked to get wrong.
@NullMarked
package dev.caravan.simulator.faults;

import org.jspecify.annotations.NullMarked;
