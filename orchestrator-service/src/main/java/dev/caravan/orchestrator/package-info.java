/// Runs a runbook: folds events, answers with commands, keeps the ledger.
@NullMarked
package dev.caravan.orchestrator;

import org.jspecify.annotations.NullMarked;
