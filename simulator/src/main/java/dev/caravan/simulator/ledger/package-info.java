/// The simulator's own record of every call that it answered.
@NullMarked
package dev.caravan.simulator.ledger;

import org.jspecify.annotations.NullMarked;
