/// Between the Avro records on the topics and the sealed types of the core, in both directions and without a gap: a new
/// case of the core does not compile until it has its record here.
@NullMarked
package dev.caravan.orchestrator.messaging;

import org.jspecify.annotations.NullMarked;
