/// The orchestrator's shell around its pure core: one Kafka Streams topology, exactly once, that folds what people ask
/// and what workers tell into the runs, and answers with commands, events, ledger lines and views.
@NullMarked
package dev.caravan.orchestrator.stream;

import org.jspecify.annotations.NullMarked;
