package dev.caravan.kit.loop;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record that was delivered, and the signal by which its handling is stopped.
record Delivery(ConsumerRecord<byte[], byte[]> record, StopSignal stop) {}
