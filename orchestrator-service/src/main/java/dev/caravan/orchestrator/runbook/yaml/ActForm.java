package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Act;
import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.orchestrator.runbook.RecordName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the exact part of a task. An act that cannot be read is told and left out.
final class ActForm {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

    private final TimeForm times;
    private final Problems problems;

    ActForm(TimeForm times, Problems problems) {
        this.times = times;
        this.problems = problems;
    }

    /// @param what as in "a task", for problems
    /// @param words of the acts that may stand here
    Acts read(Fields task, String what, List<String> words) {
        var items = task.items("acts");
        if (items.size() > Limits.ACTS_MAX) {
            problems.error(task.place().of("acts"), "%s has at most %d acts".formatted(what, Limits.ACTS_MAX));
        }
        var acts = new ArrayList<Act>();
        items.forEach(item -> Fields.of(item, "an act", problems)
                .flatMap(fields -> act(fields, what, words))
                .ifPresent(acts::add));
        return new Acts(acts);
    }

    private Optional<Act> act(Fields fields, String what, List<String> words) {
        var before = problems.count();
        fields.allow(
                words,
                key -> Keys.ACTS.contains(key)
                        ? "%s does not `%s` of its own accord: what it takes back is reckoned from the ledger"
                                .formatted(what, key)
                        : Fields.noSuchKey("an act", key, words));
        if (problems.count() > before) {
            return Optional.empty();
        }
        if (fields.keys().size() != 1) {
            problems.error(
                    fields.mark(),
                    fields.keys().isEmpty()
                            ? "an act is one of " + String.join(", ", words)
                            : "an act is one thing: make it several");
            return Optional.empty();
        }
        return act(fields, fields.keys().getFirst()).filter(_ -> problems.count() == before);
    }

    private Optional<Act> act(Fields fields, String word) {
        return switch (word) {
            case "attest" -> fields.text(word, Limits.SENTENCE_MAX).map(Act.Attest::new);
            case "readZone" -> fields.text(word, Limits.WORD_MAX).map(Act.ReadZone::new);
            case "lookUp" ->
                inside(fields, word, Keys.LOOK_UP, "record")
                        .flatMap(look -> record(look)
                                .map(record -> new Act.LookUp(record, look.texts("values", Limits.SENTENCE_MAX))));
            case "publish" ->
                inside(fields, word, Keys.PUBLISH, "record", "values", "ttl")
                        .flatMap(change -> record(change)
                                .map(record -> new Act.ChangeRecord(
                                        record, List.of(), some(change, "values"), times.duration(change, "ttl"))));
            case "replace" ->
                inside(fields, word, Keys.REPLACE, "record", "old", "new")
                        .flatMap(change -> record(change)
                                .map(record -> new Act.ChangeRecord(
                                        record, some(change, "old"), some(change, "new"), Optional.empty())));
            case "remove" ->
                inside(fields, word, Keys.REMOVE, "record", "values")
                        .flatMap(change -> record(change)
                                .map(record -> new Act.ChangeRecord(
                                        record, some(change, "values"), List.of(), Optional.empty())));
            default -> throw new IllegalArgumentException("no act is called " + word);
        };
    }

    private Optional<Fields> inside(Fields fields, String word, List<String> keys, String... required) {
        var what = "`" + word + "`";
        return fields.node(word)
                .flatMap(node -> Fields.of(node, what, problems))
                .map(inner -> inner.allow(what, keys).require(what, required));
    }

    private Optional<String> record(Fields act) {
        var record = act.text("record", Limits.WORD_MAX);
        if (record.isPresent()
                && !RecordName.isOne(PLACEHOLDER.matcher(record.get()).replaceAll("x"))) {
            problems.error(
                    act.place().of("record"),
                    "`%s` is no record: write its name and type, as in `_dmarc.${domain} TXT`".formatted(record.get()));
            return Optional.empty();
        }
        return record;
    }

    private List<String> some(Fields act, String key) {
        var values = act.texts(key, Limits.SENTENCE_MAX);
        if (values.isEmpty()
                && act.node(key).orElse(null) instanceof YamlNode.Sequence list
                && list.items().isEmpty()) {
            problems.error(list.mark(), "`%s` has at least one value".formatted(key));
        }
        return values;
    }
}
