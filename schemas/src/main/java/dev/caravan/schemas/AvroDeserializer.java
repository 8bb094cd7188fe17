package dev.caravan.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// [AvroRecords] as Kafka's consumers want it; for readers of topics that only we write. Whoever must survive garbage
/// takes bytes and decodes them himself.
public final class AvroDeserializer implements Deserializer<@Nullable SpecificRecord> {

    private final AvroRecords records;

    public AvroDeserializer(AvroRecords records) {
        this.records = records;
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : records.decode(bytes);
    }
}
