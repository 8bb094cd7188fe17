package dev.caravan.kit.command;

/// Publishes facts while a command is still being handled.
///
/// @param <F> the facts that the service tells
@FunctionalInterface
public interface Telling<F> {

    /// Publishes one event and returns when Kafka has it.
    void tell(F fact);
}
