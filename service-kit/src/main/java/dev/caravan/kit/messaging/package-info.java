/// Kafka and Avro: how commands come in, how events and dead letters go out, and what has to be there before that.
@NullMarked
package dev.caravan.kit.messaging;

import org.jspecify.annotations.NullMarked;
