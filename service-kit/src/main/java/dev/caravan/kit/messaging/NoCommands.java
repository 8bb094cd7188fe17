package dev.caravan.kit.messaging;

import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.plan.Plan;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// The vocabulary of a service that has none yet. Nobody has a command or a fact of it to translate.
final class NoCommands implements Vocabulary<NoCommands.None, NoCommands.None> {

    /// A type without values.
    enum None {}

    @Override
    public Optional<None> toCommand(SpecificRecord record) {
        return Optional.empty();
    }

    @Override
    public SpecificRecord toEvent(EventHeader header, None fact) {
        throw new IllegalStateException("a fact without values: " + fact);
    }

    @Override
    public SpecificRecord toPlanned(EventHeader header, None command, Plan plan) {
        throw new IllegalStateException("a command without values: " + command);
    }
}
