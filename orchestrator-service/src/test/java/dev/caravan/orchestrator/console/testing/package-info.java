/// The console without Kafka: views told by hand, a log that remembers.
@NullMarked
package dev.caravan.orchestrator.console.testing;

import org.jspecify.annotations.NullMarked;
