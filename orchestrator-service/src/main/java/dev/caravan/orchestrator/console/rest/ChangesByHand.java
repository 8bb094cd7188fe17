package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.rest.Bodies.ChangeByHand;
import dev.caravan.schemas.common.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at what a person says to have changed by hand; whether the task asks for it is the run's to judge.
final class ChangesByHand {

    private static final int CHANGES_MAX = 1_000;
    private static final int VALUES_MAX = 100;
    private static final int NAME_LENGTH_MAX = 500;

    private final Checks checks;
    private final String person;

    ChangesByHand(Checks checks, String person) {
        this.checks = checks;
        this.person = person;
    }

    List<Change> checked(@Nullable List<@Nullable ChangeByHand> given) {
        var changes = new ArrayList<Change>();
        if (given == null) {
            return changes;
        }
        if (given.size() > CHANGES_MAX) {
            checks.wrong("changes", "are " + CHANGES_MAX + " at most");
            return changes;
        }
        for (var index = 0; index < given.size(); index++) {
            var field = "changes[" + index + "]";
            var change = given.get(index);
            if (change == null) {
                checks.wrong(field, "is missing");
            } else {
                changes.add(checked(field, change));
            }
        }
        return changes;
    }

    private Change checked(String field, ChangeByHand change) {
        var id = checks.name(field + ".id", change.id(), NAME_LENGTH_MAX);
        var property = checks.name(field + ".property", change.property(), NAME_LENGTH_MAX);
        var before = values(field + ".before", change.before());
        var after = values(field + ".after", change.after());
        var sentence =
                "%s: %s was %s and is %s, by hand of %s".formatted(id, property, listed(before), listed(after), person);
        return new Change(
                checks.name(field + ".kind", change.kind(), NAME_LENGTH_MAX), id, property, before, after, sentence);
    }

    private List<String> values(String field, @Nullable List<@Nullable String> given) {
        var values = new ArrayList<String>();
        if (given == null) {
            return values;
        }
        if (given.size() > VALUES_MAX) {
            checks.wrong(field, "are " + VALUES_MAX + " at most");
            return values;
        }
        for (var index = 0; index < given.size(); index++) {
            values.add(checks.said(field + "[" + index + "]", given.get(index), Checks.TEXT_LENGTH_MAX));
        }
        return values;
    }

    private static String listed(List<String> values) {
        return values.isEmpty() ? "absent" : String.join(", ", values);
    }
}
