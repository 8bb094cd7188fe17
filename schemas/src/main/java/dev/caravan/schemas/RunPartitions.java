package dev.caravan.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/// Where the records of a run go. Whatever is keyed by exactly the runId goes there by Kafka's default; keys that only
/// begin with it have to be sent there, so that one task sees a whole run.
public final class RunPartitions {

    private RunPartitions() {}

    /// The partition of a run, as Kafka's default partitioner reckons it from the runId as key.
    public static int of(String runId, int partitions) {
        return Utils.toPositive(Utils.murmur2(runId.getBytes(UTF_8))) % partitions;
    }
}
