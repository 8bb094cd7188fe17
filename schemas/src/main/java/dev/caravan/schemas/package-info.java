/// The vocabulary of Caravan: Avro messages, the topic catalogue, and how records become bytes that any Kafka tool
/// reads.
///
/// Start with [dev.caravan.schemas.TopicCatalogue] for what flows where, [dev.caravan.schemas.CommandCatalogue] for
/// what can be asked of the workers, and [dev.caravan.schemas.AvroRecords] for the wire format.
@NullMarked
package dev.caravan.schemas;

import org.jspecify.annotations.NullMarked;
