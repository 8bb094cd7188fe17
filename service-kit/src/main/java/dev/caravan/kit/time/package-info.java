/// One clock and one place that pauses: the machine's in production, the simulator's in a demo or rehearsal.
@NullMarked
package dev.caravan.kit.time;

import org.jspecify.annotations.NullMarked;
