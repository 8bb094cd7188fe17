package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.lint.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of a YAML document.
sealed interface YamlNode {

    Mark mark();

    /// What a person calls this kind of part.
    default String kind() {
        return switch (this) {
            case Mapping _ -> "a map";
            case Sequence _ -> "a list";
            case Scalar scalar -> scalar.type().toString();
        };
    }

    /// As plain Java: `Map`, `List`, `String`, `Long`, `Double`, `Boolean`; an empty value is an empty text.
    default Object value() {
        return switch (this) {
            case Mapping mapping -> mapping.values();
            case Sequence sequence ->
                sequence.items().stream().map(YamlNode::value).toList();
            case Scalar scalar -> scalar.type().value(scalar.text());
        };
    }

    /// @param entries no key twice
    record Mapping(Mark mark, List<Entry> entries) implements YamlNode {

        record Entry(Scalar key, YamlNode value) {}

        Optional<Entry> entry(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .findFirst();
        }

        private Map<String, Object> values() {
            var values = new LinkedHashMap<String, Object>();
            entries.forEach(
                    entry -> values.put(entry.key().text(), entry.value().value()));
            return values;
        }
    }

    record Sequence(Mark mark, List<YamlNode> items) implements YamlNode {}

    /// @param text without quotes
    record Scalar(Mark mark, String text, ScalarType type) implements YamlNode {}
}
