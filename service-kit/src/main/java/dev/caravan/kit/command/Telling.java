package dev.caravan.kit.command;

import java.util.List;

/// Publishes facts while a command is still being handled.
///
/// @param <F> the facts that the service tells
@FunctionalInterface
public interface Telling<F> {

    /// Publishes events, in no order among each other, and returns when Kafka has them all.
    void tell(List<F> facts);

    /// Publishes one event and returns when Kafka has it.
    default void tell(F fact) {
        tell(List.of(fact));
    }
}
