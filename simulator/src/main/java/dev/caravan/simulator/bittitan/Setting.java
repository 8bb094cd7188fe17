package dev.caravan.simulator.bittitan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// A `Set-` cmdlet: an object as it was read, of which the id counts, and the properties that become others.
///
/// @param object the parameter that holds the object
/// @param what what it is called in sentences
record Setting(Table table, String object, String what, List<Parameter> properties) {

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(properties);
        parameters.add(Parameter.required(object, Shape.OBJECT));
        return parameters;
    }

    /// The row that is meant. An object that was read before somebody else changed it is refused.
    Row row(Draft draft, Arguments arguments, Predicate<Row> visible) {
        JsonNode given = arguments.value(object).orElseThrow();
        String id = given.path("Id").asString();
        Row row = draft.find(table, id.toLowerCase(java.util.Locale.ROOT))
                .filter(visible)
                .filter(found -> !found.flag("IsDeleted"))
                .orElseThrow(() -> Refusal.notFound(what, id));
        if (given.path("Version").isNumber() && given.path("Version").asLong() != row.number("Version")) {
            throw Refusal.conflict("The %s %s has been changed since it was read.".formatted(what, id));
        }
        return row;
    }

    /// Changes what is another now, and says it.
    Row apply(Draft draft, Row row, Arguments arguments) {
        Row wanted = row.with(value -> arguments.copy(value, properties));
        if (wanted.equals(row)) {
            return row;
        }
        for (Parameter property : properties) {
            JsonNode before = row.value().path(property.name());
            JsonNode after = wanted.value().path(property.name());
            if (!before.equals(after)) {
                draft.effect(
                        after.isObject()
                                ? "%s %s: %s is another".formatted(what, row.id(), property.name())
                                : "%s %s: %s was %s and is %s"
                                        .formatted(
                                                what,
                                                row.id(),
                                                property.name(),
                                                Secrets.masked(before.asString("")),
                                                Secrets.masked(after.asString(""))));
            }
        }
        return draft.change(table, row, value -> arguments.copy(value, properties));
    }
}
