package dev.caravan.kit.messaging;

import dev.caravan.kit.command.Handlers;
import dev.caravan.schemas.WorkerService;

/// A service that carries out commands. The one bean by which it joins its topic's group: the kit does the rest.
///
/// @param service whose commands it takes
/// @param vocabulary its commands and facts on the wire
/// @param handlers who handles each command
public record Worker<C, F>(WorkerService service, Vocabulary<C, F> vocabulary, Handlers<C, F> handlers) {

    /// A service that has no commands yet: it joins its group and refuses whatever it is asked for.
    public static Worker<?, ?> withoutCommands(WorkerService service) {
        return new Worker<>(service, new NoCommands(), command -> {
            throw new IllegalStateException("a command without values: " + command);
        });
    }
}
