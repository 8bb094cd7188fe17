package dev.caravan.schemas;

import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.Conflict;
import dev.caravan.schemas.common.EventContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/// Reads any worker's event by what the IDL says of it, so that the orchestrator needs no code per command.
public final class EventTypes {

    private EventTypes() {}

    /// What the event means; empty for a record that is no worker's event.
    public static Optional<OutcomeKind> outcomeOf(Schema event) {
        return Optional.ofNullable(event.getProp("outcome")).map(OutcomeKind::of);
    }

    /// Which command the event answers; empty for a record that is no worker's event.
    public static Optional<EventContext> contextOf(SpecificRecord event) {
        return field(event, "context").filter(EventContext.class::isInstance).map(EventContext.class::cast);
    }

    /// The scalar fields of a `done` event: text, numbers, truth values, by name in the order of the IDL.
    public static Map<String, Object> factsOf(SpecificRecord event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                facts.put(field.name(), value);
            }
        }
        return facts;
    }

    /// The changes that a `planned` event tells; none for any other.
    public static List<Change> changesOf(SpecificRecord event) {
        return list(event, "changes", Change.class);
    }

    /// The values that an undo found changed by others and kept.
    public static List<Conflict> conflictsOf(SpecificRecord event) {
        return list(event, "conflicts", Conflict.class);
    }

    private static <T> List<T> list(SpecificRecord event, String name, Class<T> type) {
        return field(event, name)
                .map(value -> value instanceof List<?> values
                        ? values.stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .toList()
                        : List.<T>of())
                .orElse(List.of());
    }

    private static Optional<Object> field(SpecificRecord event, String name) {
        return Optional.ofNullable(event.getSchema().getField(name)).map(found -> event.get(found.pos()));
    }
}
