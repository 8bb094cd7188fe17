/// The simulated clock, the simulator's own due events, and whether anything is being served.
@NullMarked
package dev.caravan.simulator.clock;

import org.jspecify.annotations.NullMarked;
