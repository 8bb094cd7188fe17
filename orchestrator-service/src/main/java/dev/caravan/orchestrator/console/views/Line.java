package dev.caravan.orchestrator.console.views;

/// One record of a compacted topic as it lies in memory: still encoded, a fifth of the size of its object.
///
/// @param bytes the value as the topic has it
/// @param offset where it lies in its partition
record Line(byte[] bytes, long offset) {}
