/// What runbooks are made of and which ones are shipped: commands from the vocabulary, runbooks from the resources.
@NullMarked
package dev.caravan.orchestrator.runbook.catalogue;

import org.jspecify.annotations.NullMarked;
