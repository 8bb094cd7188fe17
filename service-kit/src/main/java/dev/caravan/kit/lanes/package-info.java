/// Which command runs, which waits, and up to where a partition is finished. Pure bookkeeping; threads live elsewhere.
@NullMarked
package dev.caravan.kit.lanes;

import org.jspecify.annotations.NullMarked;
