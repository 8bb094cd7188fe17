package dev.caravan.kit.command;

/// Why one object of a command failed, while others may have succeeded.
///
/// @param kind kind of the object, as in [dev.caravan.kit.plan.Change]
/// @param id the object's stable id
/// @param reason what a person can act on
public record ObjectFailure(String kind, String id, String reason) {}
