package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.journal.Journal;
import java.time.Duration;
import java.time.InstantSource;

/// What secondaries need to follow their primaries.
///
/// @param clock the simulated one
/// @param journal keeps how far they have come
/// @param lag how long after a change they follow, on the simulated clock
public record Following(InstantSource clock, Timetable timetable, Journal journal, Troubles troubles, Duration lag) {}
