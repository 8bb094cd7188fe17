package dev.caravan.simulator.dns.server;

import java.time.Instant;

/// Lets things happen at simulated instants.
@FunctionalInterface
public interface Timetable {

    /// Adds an event.
    ///
    /// @param what names it in logs
    /// @return takes it off again, if it has not happened
    Runnable at(Instant due, String what, Runnable act);
}
