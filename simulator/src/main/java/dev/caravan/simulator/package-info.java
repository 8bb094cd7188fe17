/// The world that a run can be tried in.
@NullMarked
package dev.caravan.simulator;

import org.jspecify.annotations.NullMarked;
