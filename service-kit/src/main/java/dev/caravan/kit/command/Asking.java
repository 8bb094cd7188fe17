package dev.caravan.kit.command;

/// Handles a command that only reads: a capture or a check.
///
/// @param <C> the command
/// @param <F> the facts that the service tells
@FunctionalInterface
public interface Asking<C, F> {

    /// Reads and says what it found.
    ///
    /// @param telling publishes what is too much for the outcome, before the outcome
    Outcome<F> ask(C command, Call call, Telling<F> telling);

    /// This handler, bound to a command.
    default Handling<F> of(C command) {
        return new Handling.ToAsk<>(command, this);
    }
}
