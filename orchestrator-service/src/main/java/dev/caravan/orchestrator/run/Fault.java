package dev.caravan.orchestrator.run;

/// A record that could not be read or folded, and where its bytes are.
///
/// @param why what was wrong with it, in words
public record Fault(String why, String topic, int partition, long offset) {}
