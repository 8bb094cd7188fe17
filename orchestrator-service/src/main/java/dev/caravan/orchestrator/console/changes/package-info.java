/// Questions about a run's ledger, whichever instance keeps it.
@NullMarked
package dev.caravan.orchestrator.console.changes;

import org.jspecify.annotations.NullMarked;
