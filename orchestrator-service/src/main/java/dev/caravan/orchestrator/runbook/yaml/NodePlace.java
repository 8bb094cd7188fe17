package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.lint.Mark;
import dev.caravan.orchestrator.runbook.lint.Place;
import java.util.Optional;

/// A place in a YAML tree.
record NodePlace(YamlNode node) implements Place {

    @Override
    public Mark of(String... path) {
        return nearest(path, path.length).mark();
    }

    @Override
    public Mark ofKey(String... path) {
        return nearest(path, path.length - 1) instanceof YamlNode.Mapping mapping
                ? mapping.entry(path[path.length - 1])
                        .map(entry -> entry.key().mark())
                        .orElse(mapping.mark())
                : of(path);
    }

    @Override
    public Mark ofItem(String key, String item) {
        return child(node, key)
                .filter(YamlNode.Sequence.class::isInstance)
                .map(YamlNode.Sequence.class::cast)
                .flatMap(list -> list.items().stream()
                        .filter(node -> node instanceof YamlNode.Scalar scalar
                                && scalar.text().equals(item))
                        .map(YamlNode::mark)
                        .findFirst())
                .orElseGet(() -> of(key));
    }

    @Override
    public boolean has(String key) {
        return node instanceof YamlNode.Mapping mapping && mapping.entry(key).isPresent();
    }

    private YamlNode nearest(String[] path, int length) {
        var nearest = node;
        for (var index = 0; index < length; index++) {
            var next = child(nearest, path[index]);
            if (next.isEmpty()) {
                return nearest;
            }
            nearest = next.get();
        }
        return nearest;
    }

    private static Optional<YamlNode> child(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping
                ? mapping.entry(key).map(YamlNode.Mapping.Entry::value)
                : Optional.empty();
    }
}
