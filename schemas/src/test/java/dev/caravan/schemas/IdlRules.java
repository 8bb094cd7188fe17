package dev.caravan.schemas;

import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.common.ConnectionTarget;
import dev.caravan.schemas.common.EventContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/// What a worker's page of IDL has to say, since nothing else describes its commands: an annotation that is misspelt or
/// forgotten compiles, and is noticed when a run hangs.
///
/// @param word what the service's commands begin with
/// @param events the page's events, by their name, as `dns.TtlLowered`
record IdlRules(String word, Map<String, Schema> events) {

    private static final Set<String> ON_RECORDS = Set.of("command", "on", "check", "plans", "tells", "outcome");
    private static final Set<String> ON_FIELDS = Set.of("objects", "changes", "run", "connection");

    /// All that is wrong with a page, in sentences after the record's name.
    static List<String> broken(String word, Collection<Schema> page) {
        Map<String, Schema> events = page.stream()
                .filter(record -> record.getObjectProp("outcome") != null)
                .collect(Collectors.toMap(event -> word + "." + event.getName(), Function.identity()));
        IdlRules rules = new IdlRules(word, events);
        return page.stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .flatMap(record -> rules.broken(record).stream().map(what -> record.getName() + ": " + what))
                .toList();
    }

    private List<String> broken(Schema record) {
        List<String> broken = new ArrayList<>(unknownAnnotations(record));
        boolean isCommand = record.getObjectProp("command") != null;
        boolean isEvent = record.getObjectProp("outcome") != null;
        if (isCommand) {
            broken.addAll(brokenCommand(record));
        }
        if (isEvent) {
            broken.addAll(brokenEvent(record));
        }
        if (!isCommand && !isEvent && record.getField("context") != null) {
            broken.add("has a context, and neither @command nor @outcome");
        }
        return broken;
    }

    private static List<String> unknownAnnotations(Schema record) {
        List<String> unknown = new ArrayList<>();
        record.getObjectProps().keySet().stream()
                .filter(name -> !ON_RECORDS.contains(name))
                .forEach(name -> unknown.add("has an unknown annotation @" + name));
        for (Schema.Field field : record.getFields()) {
            field.getObjectProps().keySet().stream()
                    .filter(name -> !ON_FIELDS.contains(name))
                    .forEach(name -> unknown.add(field.name() + " has an unknown annotation @" + name));
        }
        return unknown;
    }

    private List<String> brokenCommand(Schema command) {
        List<String> broken = new ArrayList<>();
        String name = word + "." + command.getName();
        if (!name.equals(command.getProp("command"))) {
            broken.add("must be @command(\"" + name + "\")");
        }
        if (!CommandType.ROLES.contains(String.valueOf(command.getProp("on")))) {
            broken.add("must say what it acts @on: one of " + String.join(", ", CommandType.ROLES));
        }
        if (!beginsWith(command, CommandContext.SCHEMA$)) {
            broken.add("must begin with a CommandContext context");
        }
        broken.addAll(brokenAnswers(command));
        annotated(command, "objects")
                .filter(field -> !isArrayOf(field, Schema.Type.STRING))
                .ifPresent(field -> broken.add(field.name() + " receives @objects: it must be an array<string>"));
        annotated(command, "connection")
                .filter(field -> !field.schema().getFullName().equals(ConnectionTarget.SCHEMA$.getFullName()))
                .ifPresent(field -> broken.add(field.name() + " is a @connection: it must be a ConnectionTarget"));
        annotated(command, "run")
                .filter(field -> !isArrayOf(field, Schema.Type.STRING) || !"domains".equals(field.getProp("run")))
                .ifPresent(field -> broken.add(field.name() + " must be @run(\"domains\") array<string>"));
        annotated(command, "changes")
                .filter(field -> !isArrayOfChanges(field))
                .ifPresent(field -> broken.add(field.name() + " receives @changes: it must be an array<Change>"));
        return broken;
    }

    /// Whether the events that it promises are there and mean what it promises.
    private List<String> brokenAnswers(Schema command) {
        List<String> broken = new ArrayList<>();
        List<?> tells = command.getObjectProp("tells") instanceof List<?> list ? list : List.of();
        if (tells.isEmpty()) {
            broken.add("must say in @tells([\"…\"]) with which event it is done");
        }
        tells.forEach(event -> promised("@tells", event, OutcomeKind.DONE).ifPresent(broken::add));
        Object plans = command.getObjectProp("plans");
        if (plans != null) {
            promised("@plans", plans, OutcomeKind.PLANNED).ifPresent(broken::add);
        }
        if (plans != null && command.getObjectProp("check") != null) {
            broken.add("@plans changes, and can be no @check");
        }
        if (hasConflicts(plans) && !tells.stream().allMatch(this::hasConflicts)) {
            broken.add("plans conflicts, which its @tells must have, too: a plan without changes is not told");
        }
        return broken;
    }

    private Optional<String> promised(String annotation, Object event, OutcomeKind kind) {
        boolean kept = Optional.ofNullable(events.get(event.toString()))
                .flatMap(IdlRules::outcomeOf)
                .filter(kind::equals)
                .isPresent();
        return kept
                ? Optional.empty()
                : Optional.of("%s %s, which is no event of the page whose outcome is %s"
                        .formatted(annotation, event, kind.name().toLowerCase(Locale.ROOT)));
    }

    private boolean hasConflicts(@Nullable Object event) {
        return event != null
                && Optional.ofNullable(events.get(event.toString()))
                        .map(found -> found.getField("conflicts"))
                        .isPresent();
    }

    private static Optional<OutcomeKind> outcomeOf(Schema event) {
        try {
            return EventTypes.outcomeOf(event);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static List<String> brokenEvent(Schema event) {
        List<String> broken = new ArrayList<>();
        Optional<OutcomeKind> outcome = outcomeOf(event);
        if (outcome.isEmpty()) {
            broken.add("has an unknown @outcome(\"" + event.getProp("outcome") + "\")");
        }
        if (!beginsWith(event, EventContext.SCHEMA$)) {
            broken.add("must begin with an EventContext context");
        }
        if (outcome.filter(OutcomeKind.PLANNED::equals).isPresent() && !tellsChanges(event)) {
            broken.add("tells a plan: it must have array<Change> changes");
        }
        return broken;
    }

    private static boolean tellsChanges(Schema event) {
        return Optional.ofNullable(event.getField("changes"))
                .filter(IdlRules::isArrayOfChanges)
                .isPresent();
    }

    private static boolean beginsWith(Schema record, Schema context) {
        return record.getFields().stream()
                .findFirst()
                .filter(field -> field.name().equals("context"))
                .filter(field -> field.schema().getFullName().equals(context.getFullName()))
                .isPresent();
    }

    private static Optional<Schema.Field> annotated(Schema record, String annotation) {
        return record.getFields().stream()
                .filter(field -> field.getObjectProp(annotation) != null)
                .findFirst();
    }

    private static boolean isArrayOfChanges(Schema.Field field) {
        return isArrayOf(field, Schema.Type.RECORD)
                && field.schema().getElementType().getFullName().equals(Change.SCHEMA$.getFullName());
    }

    private static boolean isArrayOf(Schema.Field field, Schema.Type type) {
        return field.schema().getType() == Schema.Type.ARRAY
                && field.schema().getElementType().getType() == type;
    }
}
