/// Conditions of runbooks in CEL: checked when a runbook is read, answered within bounds when a run asks.
@NullMarked
package dev.caravan.orchestrator.cel;

import org.jspecify.annotations.NullMarked;
