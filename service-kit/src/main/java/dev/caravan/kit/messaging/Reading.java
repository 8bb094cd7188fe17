package dev.caravan.kit.messaging;

import dev.caravan.kit.command.CommandHeader;
import java.util.Optional;

/// What a record on a commands topic turned out to be.
///
/// @param <C> the service's commands
public sealed interface Reading<C> {

    /// A command of this service.
    ///
    /// @param name the record's name without its namespace, such as `LowerTtl`
    record Readable<C>(CommandHeader header, String name, C command) implements Reading<C> {}

    /// Somebody's command, but none that this version of this service knows.
    record Unknown<C>(CommandHeader header, String name) implements Reading<C> {}

    /// No command, or a damaged one.
    ///
    /// @param code stable, lower case with hyphens
    /// @param header whose command it was, where that much can be read
    record Unreadable<C>(String code, String cause, Optional<CommandHeader> header) implements Reading<C> {}
}
