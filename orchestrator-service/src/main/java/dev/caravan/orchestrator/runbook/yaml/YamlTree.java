package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.lint.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// Builds the tree of one document from the parser's events.
final class YamlTree {

    private static final int DEPTH_MAX = 30;

    private final Iterator<Event> events;
    private final Problems problems;

    YamlTree(Iterator<Event> events, Problems problems) {
        this.events = events;
        this.problems = problems;
    }

    Optional<YamlNode> root() {
        var root = Optional.<YamlNode>empty();
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof NodeEvent && root.isEmpty()) {
                root = Optional.of(node(event, 0));
            } else if (event instanceof NodeEvent) {
                problems.error(mark(event), "a file holds one runbook: this is a second document");
                node(event, 0);
            }
        }
        if (root.isEmpty()) {
            problems.error(new Mark(1, 1), "the file is empty");
        }
        return root;
    }

    static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
        return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Mark mark(Event event) {
        return event.getStartMark().map(YamlTree::mark).orElse(new Mark(1, 1));
    }

    private YamlNode node(Event event, int depth) {
        refuseExtras(event);
        var mark = mark(event);
        if (depth > DEPTH_MAX) {
            problems.error(mark, "this is nested too deep");
            skip(event);
            return new YamlNode.Scalar(mark, "", ScalarType.NOTHING);
        }
        return switch (event.getEventId()) {
            case MappingStart -> mapping(mark, depth);
            case SequenceStart -> sequence(mark, depth);
            case Scalar -> scalar(mark, (ScalarEvent) event);
            default -> new YamlNode.Scalar(mark, "*", ScalarType.TEXT);
        };
    }

    private void refuseExtras(Event event) {
        switch (event) {
            case AliasEvent alias -> problems.error(mark(alias), "aliases are not allowed: write it out");
            case NodeEvent node
            when node.getAnchor().isPresent() -> problems.error(mark(node), "anchors are not allowed");
            case ScalarEvent scalar
            when scalar.getTag().isPresent() -> problems.error(mark(scalar), "tags are not allowed");
            case CollectionStartEvent collection
            when collection.getTag().isPresent() -> problems.error(mark(collection), "tags are not allowed");
            default -> {
                // anything else is plain YAML
            }
        }
    }

    private YamlNode.Scalar scalar(Mark mark, ScalarEvent event) {
        return new YamlNode.Scalar(mark, event.getValue(), ScalarType.of(event.getValue(), !event.isPlain()));
    }

    private YamlNode.Sequence sequence(Mark mark, int depth) {
        var items = new ArrayList<YamlNode>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(mark, List.copyOf(items));
    }

    private YamlNode.Mapping mapping(Mark mark, int depth) {
        var entries = new ArrayList<YamlNode.Mapping.Entry>();
        Map<String, Mark> keys = new HashMap<>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var key = node(event, depth + 1);
            var value = node(events.next(), depth + 1);
            if (!(key instanceof YamlNode.Scalar scalar)) {
                problems.error(key.mark(), "a key is a word, not " + key.kind());
                continue;
            }
            var earlier = keys.putIfAbsent(scalar.text(), scalar.mark());
            if (earlier == null) {
                entries.add(new YamlNode.Mapping.Entry(scalar, value));
            } else {
                problems.error(
                        scalar.mark(), "`%s` is already given in line %d".formatted(scalar.text(), earlier.line()));
            }
        }
        return new YamlNode.Mapping(mark, List.copyOf(entries));
    }

    private void skip(Event start) {
        var open = start instanceof CollectionStartEvent ? 1 : 0;
        while (open > 0) {
            switch (events.next().getEventId()) {
                case MappingStart, SequenceStart -> open++;
                case MappingEnd, SequenceEnd -> open--;
                default -> {
                    // scalars and aliases open nothing
                }
            }
        }
    }
}
