package dev.caravan.kit.command;

/// A command together with the handler that knows its type.
///
/// @param <F> the facts that the service tells
public sealed interface Handling<F> {

    /// Something may have to change.
    record ToDo<C, O, F>(C command, Doing<C, O, F> doing) implements Handling<F> {}

    /// Something is to be read.
    record ToAsk<C, F>(C command, Asking<C, F> asking) implements Handling<F> {}
}
