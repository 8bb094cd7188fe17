package dev.caravan.orchestrator.runbook;

import java.util.Optional;

/// One argument of a command.
///
/// @param required whether a runbook must give it; otherwise the command has a default
public record ArgumentSpec(String name, boolean required, Fit fit) {

    /// Tells what is wrong with a value: `ttlSeconds must be a whole number`; empty when it fits.
    @FunctionalInterface
    public interface Fit {
        Optional<String> problemWith(Object value);
    }
}
