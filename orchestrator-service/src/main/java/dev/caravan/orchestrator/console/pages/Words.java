package dev.caravan.orchestrator.console.pages;

import java.util.Set;

/// States as people read them: a word and a tone. The tone is said twice, in colour and in words.
final class Words {

    private static final Set<String> BAD = Set.of("failed", "failing", "back-out-failed", "undo-failed", "parked");
    private static final Set<String> GOOD = Set.of("succeeded", "completed");
    private static final Set<String> OF_PEOPLE =
            Set.of("gate-open", "task-open", "undo-open", "paused", "back-out-paused");
    private static final Set<String> MOVING =
            Set.of("running", "working", "previewing", "stopping", "undoing", "backing-out");

    private Words() {}

    /// `gate-open` → `waits for approval`
    static String of(String state) {
        return switch (state) {
            case "gate-open" -> "waits for approval";
            case "task-open" -> "waits for an answer";
            case "undo-open" -> "is taken back by hand";
            case "undo-skipped" -> "not undone";
            case "working" -> "under way";
            case "previewing" -> "plan is made";
            default -> state.replace('-', ' ');
        };
    }

    /// The name of a colour of the stylesheet.
    static String tone(String state) {
        if (BAD.contains(state)) {
            return "danger";
        }
        if (GOOD.contains(state)) {
            return "success";
        }
        if (OF_PEOPLE.contains(state)) {
            return "warning";
        }
        return MOVING.contains(state) ? "primary" : "secondary";
    }

    /// `two-weeks-before` → `Two weeks before`; anything that is no id stays as it is.
    static String ofId(String id) {
        if (id.isEmpty() || !id.matches("[a-z][a-z0-9-]*")) {
            return id;
        }
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
    }
}
