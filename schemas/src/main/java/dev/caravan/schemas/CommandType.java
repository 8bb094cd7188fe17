package dev.caravan.schemas;

import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.CommandContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// One command as the IDL describes it.
///
/// @param name as runbooks write it: `dns.LowerTtl`
/// @param service who carries it out
/// @param on the role of the connection that it acts through, unless the step says otherwise: `dns`, `source`, …
/// @param check whether it only asks, so that a `check` step may poll it
/// @param plans the event that tells its plan; empty for a command that changes nothing
/// @param objectsField the field that receives the chunk's objects
/// @param objectsKind what those objects are, as `over:` names them: `domains`, `mailboxes`, …
/// @param changesField the field that receives changes from the ledger: of undo and restoring commands
/// @param arguments its other fields: what a step's `with:` may say
/// @param schema the record's schema
public record CommandType(
        String name,
        WorkerService service,
        String on,
        boolean check,
        Optional<String> plans,
        Optional<String> objectsField,
        Optional<String> objectsKind,
        Optional<String> changesField,
        List<Argument> arguments,
        Schema schema) {

    private static final String CONTEXT = "context";

    static {
        Trust.establish();
    }

    static CommandType of(WorkerService service, Schema schema) {
        Optional<Schema.Field> objects = fieldWith(schema, "objects");
        Optional<Schema.Field> changes = fieldWith(schema, "changes");
        Set<String> filled = java.util.stream.Stream.of(
                        Optional.of(CONTEXT), objects.map(Schema.Field::name), changes.map(Schema.Field::name))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new CommandType(
                schema.getProp("command"),
                service,
                schema.getProp("on"),
                Boolean.TRUE.equals(schema.getObjectProp("check")),
                Optional.ofNullable(schema.getProp("plans")),
                objects.map(Schema.Field::name),
                objects.map(field -> field.getProp("objects")),
                changes.map(Schema.Field::name),
                schema.getFields().stream()
                        .filter(field -> !filled.contains(field.name()))
                        .map(Argument::of)
                        .toList(),
                schema);
    }

    public String topic() {
        return service.commandsTopic();
    }

    public Optional<Argument> argument(String argument) {
        return arguments.stream().filter(known -> known.name().equals(argument)).findFirst();
    }

    /// The command's record. Arguments that are left out take the IDL's default.
    ///
    /// Throws [IllegalArgumentException], naming the argument, when one is unknown, missing or of another type.
    public SpecificRecord build(
            CommandContext context, Map<String, ?> with, List<String> objects, List<Change> changes) {
        with.keySet().forEach(this::requireKnown);
        SpecificRecord command = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        put(command, CONTEXT, context);
        objectsField.ifPresent(field -> put(command, field, List.copyOf(objects)));
        changesField.ifPresent(field -> put(command, field, List.copyOf(changes)));
        arguments.forEach(argument -> put(command, argument.name(), argument.value(with.get(argument.name()))));
        return command;
    }

    private void requireKnown(String argument) {
        if (argument(argument).isEmpty()) {
            throw new IllegalArgumentException(name + " takes no argument " + argument);
        }
    }

    private static void put(SpecificRecord command, String field, @Nullable Object value) {
        command.put(command.getSchema().getField(field).pos(), value);
    }

    private static Optional<Schema.Field> fieldWith(Schema schema, String annotation) {
        return schema.getFields().stream()
                .filter(field -> field.getObjectProp(annotation) != null)
                .findFirst();
    }
}
