/// The runbooks that people may choose from, and what they say about their own.
@NullMarked
package dev.caravan.orchestrator.console.runbooks;

import org.jspecify.annotations.NullMarked;
