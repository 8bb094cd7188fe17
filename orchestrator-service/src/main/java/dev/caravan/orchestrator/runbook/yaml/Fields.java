package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.lint.Mark;
import dev.caravan.orchestrator.runbook.lint.Place;
import dev.caravan.orchestrator.runbook.lint.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a map says, by key; whatever cannot be read is told and counts as not said.
final class Fields {

    private final YamlNode.Mapping mapping;
    private final Problems problems;

    private Fields(YamlNode.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /// @param what as in "a step", for the problem that it is no map
    static Optional<Fields> of(YamlNode node, String what, Problems problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new Fields(mapping, problems));
        }
        problems.error(node.mark(), "%s is a map of `key: value`, not %s".formatted(what, node.kind()));
        return Optional.empty();
    }

    Place place() {
        return new NodePlace(mapping);
    }

    Mark mark() {
        return mapping.mark();
    }

    Optional<Mark> keyMark(String key) {
        return mapping.entry(key).map(entry -> entry.key().mark());
    }

    List<String> keys() {
        return mapping.entries().stream().map(entry -> entry.key().text()).toList();
    }

    boolean has(String key) {
        return mapping.entry(key).isPresent();
    }

    Optional<YamlNode> node(String key) {
        return mapping.entry(key).map(YamlNode.Mapping.Entry::value);
    }

    /// Tells when a key is missing.
    Fields require(String what, String... keys) {
        for (var key : keys) {
            if (!has(key)) {
                problems.error(mark(), "%s needs `%s`".formatted(what, key));
            }
        }
        return this;
    }

    /// Tells of keys that nobody would read.
    Fields allow(String what, Collection<String> allowed) {
        return allow(allowed, key -> noSuchKey(what, key, allowed));
    }

    Fields allow(Collection<String> allowed, Function<String, String> message) {
        mapping.entries().stream()
                .map(YamlNode.Mapping.Entry::key)
                .filter(key -> !allowed.contains(key.text()))
                .forEach(key -> problems.error(key.mark(), message.apply(key.text())));
        return this;
    }

    static String noSuchKey(String what, String key, Collection<String> allowed) {
        return "%s has no `%s`%s".formatted(what, key, Spelling.hintOrList(key, "it may have", allowed));
    }

    Optional<String> text(String key, int lengthMax) {
        return node(key).flatMap(node -> text(node, "`" + key + "`", lengthMax));
    }

    /// A text in a form of its own; `parse` throws `IllegalArgumentException` with a message for people.
    <T> Optional<T> parsed(String key, Function<String, T> parse) {
        return node(key).flatMap(node -> parsed(node, "`" + key + "`", parse));
    }

    <T> Optional<T> parsed(YamlNode node, String what, Function<String, T> parse) {
        if (node instanceof YamlNode.Scalar scalar && scalar.type() != ScalarType.NOTHING) {
            try {
                var value = parse.apply(scalar.text().strip());
                return text(node, what, Limits.WORD_MAX).map(_ -> value);
            } catch (IllegalArgumentException unreadable) {
                problems.error(node.mark(), String.valueOf(unreadable.getMessage()));
                return Optional.empty();
            }
        }
        return text(node, what, Limits.WORD_MAX).map(parse);
    }

    Optional<Integer> whole(String key, int min, int max) {
        return scalar(key, ScalarType.WHOLE)
                .map(scalar -> Long.parseLong(scalar.text()))
                .flatMap(number -> {
                    if (number >= min && number <= max) {
                        return Optional.of(number.intValue());
                    }
                    problems.error(place().of(key), "`%s` is from %d to %d, not %d".formatted(key, min, max, number));
                    return Optional.empty();
                });
    }

    Optional<Double> number(String key, double min, double max) {
        return node(key).flatMap(node -> {
            if (node.value() instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
                return Optional.of(number.doubleValue());
            }
            problems.error(node.mark(), "`%s` is a number from %s to %s".formatted(key, min, max));
            return Optional.empty();
        });
    }

    Optional<Boolean> truth(String key) {
        return scalar(key, ScalarType.TRUTH).map(scalar -> Boolean.valueOf(scalar.text()));
    }

    /// The items of a list; nothing when there is none.
    List<YamlNode> items(String key) {
        return switch (node(key).orElse(null)) {
            case null -> List.of();
            case YamlNode.Sequence sequence -> sequence.items();
            case YamlNode other -> {
                problems.error(other.mark(), "`%s` is a list, not %s".formatted(key, other.kind()));
                yield List.of();
            }
        };
    }

    /// The names in a list, each told that cannot be read or is there twice.
    <T> List<T> names(String key, Function<String, T> parse) {
        var names = new ArrayList<T>();
        var seen = new HashMap<T, Mark>();
        for (var item : items(key)) {
            parsed(item, "an item of `" + key + "`", parse).ifPresent(name -> {
                if (seen.putIfAbsent(name, item.mark()) == null) {
                    names.add(name);
                } else {
                    problems.error(item.mark(), "`%s` is in `%s` twice".formatted(name, key));
                }
            });
        }
        return names;
    }

    /// The texts in a list, each told that is none or is there twice.
    List<String> texts(String key, int lengthMax) {
        var texts = new ArrayList<String>();
        for (var item : items(key)) {
            text(item, "an item of `" + key + "`", lengthMax).ifPresent(text -> {
                if (texts.contains(text)) {
                    problems.error(item.mark(), "`%s` is in `%s` twice".formatted(text, key));
                }
                texts.add(text);
            });
        }
        return texts;
    }

    private Optional<YamlNode.Scalar> scalar(String key, ScalarType type) {
        return node(key).flatMap(node -> {
            if (node instanceof YamlNode.Scalar scalar && scalar.type() == type) {
                return Optional.of(scalar);
            }
            var quoted = node instanceof YamlNode.Scalar scalar && ScalarType.of(scalar.text(), false) == type;
            problems.error(
                    node.mark(),
                    "`%s` is %s, not %s%s".formatted(key, type, node.kind(), quoted ? ": leave out the quotes" : ""));
            return Optional.empty();
        });
    }

    private Optional<String> text(YamlNode node, String what, int lengthMax) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            problems.error(node.mark(), "%s is text, not %s".formatted(what, node.kind()));
            return Optional.empty();
        }
        return switch (scalar.type()) {
            case TEXT -> bounded(scalar, what, lengthMax);
            case NOTHING -> {
                problems.error(scalar.mark(), what + " is empty");
                yield Optional.empty();
            }
            case WHOLE, FRACTION, TRUTH -> {
                problems.error(
                        scalar.mark(),
                        "%s is text, not %s: write \"%s\" in quotes".formatted(what, scalar.kind(), scalar.text()));
                yield Optional.empty();
            }
        };
    }

    private Optional<String> bounded(YamlNode.Scalar scalar, String what, int lengthMax) {
        var text = scalar.text().strip();
        if (text.isEmpty()) {
            problems.error(scalar.mark(), what + " is empty");
            return Optional.empty();
        }
        if (text.length() > lengthMax) {
            problems.error(scalar.mark(), "%s has at most %d characters".formatted(what, lengthMax));
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
