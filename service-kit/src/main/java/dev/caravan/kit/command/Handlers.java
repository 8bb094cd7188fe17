package dev.caravan.kit.command;

/// Finds the handler of each command: one exhaustive switch over the service's sealed commands.
///
/// @param <C> the service's commands
/// @param <F> the facts that the service tells
@FunctionalInterface
public interface Handlers<C, F> {

    /// The command, bound to its handler.
    Handling<F> of(C command);
}
