/// What the simulator must know again after it was killed: one append-only file, one line per change.
@NullMarked
package dev.caravan.simulator.journal;

import org.jspecify.annotations.NullMarked;
