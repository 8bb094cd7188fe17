package dev.caravan.schemas;

import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.common.ConnectionTarget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
/// @param objectsKinds what those objects may be, as `over:` names them: `domains`, `mailboxes`, …
/// @param changesField the field that receives changes from the ledger: of undo and restoring commands
/// @param domainsField the field that receives the domains of the run, whatever the command acts on
/// @param arguments its other fields: what a step's `with:` may say
/// @param schema the record's schema
public record CommandType(
        String name,
        WorkerService service,
        String on,
        boolean check,
        Optional<String> plans,
        Optional<String> objectsField,
        List<String> objectsKinds,
        Optional<String> changesField,
        Optional<String> domainsField,
        List<Argument> arguments,
        Schema schema) {

    /// The roles that a run may have connections in.
    public static final List<String> ROLES = List.of("source", "destination", "dns", "bittitan");

    private static final String CONTEXT = "context";

    static {
        Trust.establish();
    }

    static CommandType of(WorkerService service, Schema schema) {
        Optional<Schema.Field> objects = fieldWith(schema, "objects");
        Optional<Schema.Field> changes = fieldWith(schema, "changes");
        Optional<Schema.Field> domains = fieldWith(schema, "run");
        Set<String> filled = Stream.of(
                        Optional.of(CONTEXT),
                        objects.map(Schema.Field::name),
                        changes.map(Schema.Field::name),
                        domains.map(Schema.Field::name))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new CommandType(
                schema.getProp("command"),
                service,
                schema.getProp("on"),
                Boolean.TRUE.equals(schema.getObjectProp("check")),
                Optional.ofNullable(schema.getProp("plans")),
                objects.map(Schema.Field::name),
                objects.map(field -> words(field.getObjectProp("objects"))).orElse(List.of()),
                changes.map(Schema.Field::name),
                domains.map(Schema.Field::name),
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

    /// What a command is given besides its arguments.
    ///
    /// @param domains those of the run
    /// @param objects the chunk's
    /// @param changes the chunk's lines of the ledger
    /// @param connections of the run, by role
    public record Load(
            List<String> domains,
            List<String> objects,
            List<Change> changes,
            Map<String, ConnectionTarget> connections) {
        public static final Load NONE = new Load(List.of(), List.of(), List.of(), Map.of());

        private ConnectionTarget connection(Object role) {
            return Optional.ofNullable(connections.get(role.toString()))
                    .orElseThrow(() -> new IllegalArgumentException("the run has no connection in the role " + role));
        }
    }

    /// The command's record. Arguments that are left out take the IDL's default.
    ///
    /// Throws [IllegalArgumentException], naming the argument, when one is unknown, missing or of another type.
    public SpecificRecord build(CommandContext context, Map<String, ?> with, Load load) {
        with.keySet().forEach(this::requireKnown);
        SpecificRecord command = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        put(command, CONTEXT, context);
        domainsField.ifPresent(field -> put(command, field, List.copyOf(load.domains())));
        objectsField.ifPresent(field -> put(command, field, List.copyOf(load.objects())));
        changesField.ifPresent(field -> put(command, field, List.copyOf(load.changes())));
        arguments.forEach(argument -> put(command, argument.name(), value(argument, with, load)));
        return command;
    }

    private static @Nullable Object value(Argument argument, Map<String, ?> with, Load load) {
        Object value = argument.value(with.get(argument.name()));
        return argument.isRole() ? load.connection(Objects.requireNonNull(value)) : value;
    }

    private void requireKnown(String argument) {
        if (argument(argument).isEmpty()) {
            throw new IllegalArgumentException(name + " takes no argument " + argument);
        }
    }

    private static void put(SpecificRecord command, String field, @Nullable Object value) {
        command.put(command.getSchema().getField(field).pos(), value);
    }

    /// An annotation's value, which is one word or several.
    private static List<String> words(Object annotation) {
        return annotation instanceof List<?> several
                ? several.stream().map(Object::toString).toList()
                : List.of(annotation.toString());
    }

    private static Optional<Schema.Field> fieldWith(Schema schema, String annotation) {
        return schema.getFields().stream()
                .filter(field -> field.getObjectProp(annotation) != null)
                .findFirst();
    }
}
