package dev.caravan.license.pass;

/// How much of a mailbox has been copied.
///
/// @param errors items that could not be copied
public record Volume(long bytes, int errors) {}
