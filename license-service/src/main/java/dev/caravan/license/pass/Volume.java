package dev.caravan.license.pass;

import java.time.Duration;

/// How much of a mailbox has been copied.
///
/// @param errors items that could not be copied
/// @param took how long it took in passes that have ended, waiting for the source among it
public record Volume(long bytes, int errors, Duration took) {}
