package dev.caravan.orchestrator.runbook.yaml;

import java.util.List;
import java.util.stream.Stream;

/// The words that each part of a runbook may use.
final class Keys {

    static final List<String> RUNBOOK = List.of("runbook", "title", "decisions", "phases");
    static final List<String> DECISION = List.of("name", "question", "type", "options", "default");
    static final List<String> PHASE = List.of("phase", "title", "mailAtRisk", "again", "steps");
    static final List<String> AGAIN = List.of("steps", "as", "needs");
    static final List<String> EVERY_STEP =
            List.of("step", "title", "guide", "needs", "when", "at", "ahead", "by", "backOut");
    static final List<String> RETRY = List.of("attempts", "first", "factor", "max");
    static final List<String> EVERY = List.of("first", "factor", "max");
    static final List<String> UNDO = List.of("undo", "guide", "on", "when");
    static final List<String> IRREVERSIBLE = List.of("irreversible");
    static final List<String> BY_HAND = List.of("task", "assignee", "evidence", "acts", "guide");
    static final List<String> WAIT = List.of("for");
    static final List<String> AHEAD = List.of("of", "by");
    static final List<String> ACTS = List.of("attest", "readZone", "lookUp", "publish", "replace", "remove");
    static final List<String> LOOKS = List.of("attest", "readZone", "lookUp");
    static final List<String> LOOK_UP = List.of("record", "values");
    static final List<String> PUBLISH = List.of("record", "values", "ttl");
    static final List<String> REPLACE = List.of("record", "old", "new");
    static final List<String> REMOVE = List.of("record", "values");

    private Keys() {}

    /// The kinds of work, and what a step of each kind may say besides.
    enum Kind {
        COMMAND("command", "with", "over", "chunk", "window", "on", "retry", "timeout"),
        CHECK("check", "with", "over", "chunk", "on", "every", "timeout", "retry"),
        TASK("task", "assignee", "evidence", "acts"),
        GATE("gate", "approvals", "preview", "confirmsT0", "although", "decides"),
        WAIT("wait");

        private final String word;
        private final List<String> attributes;

        Kind(String word, String... attributes) {
            this.word = word;
            this.attributes = List.of(attributes);
        }

        String word() {
            return word;
        }

        /// All that a step of this kind may say.
        List<String> keys() {
            return Stream.of(EVERY_STEP, List.of(word), attributes)
                    .flatMap(List::stream)
                    .toList();
        }

        static List<String> words() {
            return Stream.of(values()).map(Kind::word).toList();
        }

        /// The kinds whose steps may say this, but not every step.
        static List<Kind> having(String attribute) {
            return Stream.of(values())
                    .filter(kind -> kind.attributes.contains(attribute))
                    .toList();
        }
    }
}
