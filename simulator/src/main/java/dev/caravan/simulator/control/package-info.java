/// What tests, launcher and operators ask of the simulator: worlds, dump, ledger, faults, pace.
@NullMarked
package dev.caravan.simulator.control;

import org.jspecify.annotations.NullMarked;
