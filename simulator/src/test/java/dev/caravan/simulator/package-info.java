/// Tests of the simulator as a whole, and what the tests of its parts share.
@NullMarked
package dev.caravan.simulator;

import org.jspecify.annotations.NullMarked;
