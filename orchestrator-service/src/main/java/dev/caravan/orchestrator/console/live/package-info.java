/// Server-sent events: what changes, as it changes, to any number of pages and programs within a bound.
@NullMarked
package dev.caravan.orchestrator.console.live;

import org.jspecify.annotations.NullMarked;
