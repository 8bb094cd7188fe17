/// Runbooks in words: a table of the steps, and what would happen to a customer.
@NullMarked
package dev.caravan.orchestrator.runbook.text;

import org.jspecify.annotations.NullMarked;
