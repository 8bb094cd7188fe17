/// What REST and server-sent events show, as JSON documents: names are a promise to integrators.
@NullMarked
package dev.caravan.orchestrator.console.documents;

import org.jspecify.annotations.NullMarked;
