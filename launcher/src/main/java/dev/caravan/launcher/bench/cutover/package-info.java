/// Cuts a simulated tenant over twice under the same limits, by the guide's loops and by Caravan, and compares them.
@NullMarked
package dev.caravan.launcher.bench.cutover;

import org.jspecify.annotations.NullMarked;
