package dev.caravan.kit.messaging;

import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.plan.Plan;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// Translates between a service's own sealed types and the generated records: each record one line of a switch.
///
/// @param <C> the service's commands
/// @param <F> the facts that it tells
public interface Vocabulary<C, F> {

    /// The command that the record stands for; empty for a record that is no command of this service. Throws
    /// [IllegalArgumentException], naming the field, when the record says something that no such command can mean.
    Optional<C> toCommand(SpecificRecord record);

    /// The event that tells the fact.
    SpecificRecord toEvent(EventHeader header, F fact);

    /// The event that tells what the command is about to change. Asked only for commands whose handler plans.
    SpecificRecord toPlanned(EventHeader header, C command, Plan plan);
}
