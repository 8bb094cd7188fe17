package dev.caravan.kit.loop;

import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.connections.Connections;
import dev.caravan.kit.resilience.Remotes;
import dev.caravan.kit.time.Pace;

/// Gives commands leave to act, or refuses them before anything was done.
///
/// @param activity grows with each remote call
record GuardedCalls(Connections connections, Remotes remotes, Pace pace, Activity activity) {

    /// Leave for one command.
    ///
    /// @return [Outcome.Refused] with code `expired`, or as [Connections#resolve] has it
    Outcome<GuardedCall> open(CommandHeader header, StopSignal stop) {
        var now = pace.instant();
        return now.isAfter(header.notAfter())
                ? Outcome.refused("expired", "it is %s, after %s".formatted(now, header.notAfter()))
                : connections.resolve(header).map(connection -> new GuardedCall(header, connection, this, stop));
    }
}
