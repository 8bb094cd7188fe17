package dev.caravan.kit.lanes;

/// A command's place in its partition and lane.
///
/// @param partition where it came from
/// @param assignment which assignment of that partition it belongs to: what is left of an earlier one counts no more
/// @param offset its offset in the partition
/// @param lane whose turn it waits for: the account
/// @param bytes what it costs to let it wait
/// @param work the command
public record Ticket<W>(int partition, long assignment, long offset, String lane, int bytes, W work) {}
