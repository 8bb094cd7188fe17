/// The vocabulary: Avro messages, topic catalogue and serdes.
@NullMarked
package dev.caravan.schemas;

import org.jspecify.annotations.NullMarked;
