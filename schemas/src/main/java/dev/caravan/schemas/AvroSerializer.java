package dev.caravan.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// [AvroRecords] as Kafka's producers want it. A null value stays null: a compacted topic's tombstone.
public final class AvroSerializer implements Serializer<@Nullable SpecificRecord> {

    private final AvroRecords records;

    public AvroSerializer(AvroRecords records) {
        this.records = records;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord record) {
        return record == null ? null : records.encode(topic, record);
    }
}
