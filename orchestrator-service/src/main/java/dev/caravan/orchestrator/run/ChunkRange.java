package dev.caravan.orchestrator.run;

/// The objects of a chunk, as a range of keys, so that every attempt carries the same ones.
///
/// @param fromKey first key, included; empty when the step goes over nothing
/// @param toKey last key, included
/// @param objects how many
public record ChunkRange(String fromKey, String toKey, int objects) {

    /// Of a step that goes over nothing.
    public static final ChunkRange NONE = new ChunkRange("", "", 0);
}
