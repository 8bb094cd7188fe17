/// The runbook language as values: what a migration consists of, in which order, when, and what undoes it.
@NullMarked
package dev.caravan.orchestrator.runbook;

import org.jspecify.annotations.NullMarked;
