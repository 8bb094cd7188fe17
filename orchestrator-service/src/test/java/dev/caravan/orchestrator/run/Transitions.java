package dev.caravan.orchestrator.run;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The transitions of a sealed type of states, read from the methods of its cases.
record Transitions(SortedMap<Edge, Set<String>> edges) {

    /// From one state to another.
    record Edge(String from, String to) implements Comparable<Edge> {
        @Override
        public int compareTo(Edge other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return from + " --> " + to;
        }
    }

    static Transitions of(Class<?> states) {
        var edges = new TreeMap<Edge, Set<String>>();
        for (var from : cases(states).toList()) {
            for (var method : from.getMethods()) {
                for (var to : targets(states, from, method).toList()) {
                    edges.computeIfAbsent(new Edge(name(from), name(to)), _ -> new TreeSet<>())
                            .add(method.getName());
                }
            }
        }
        return new Transitions(edges);
    }

    static String name(Class<?> state) {
        return state.getSimpleName();
    }

    /// Whether one input may lead from one state to another, through others if need be.
    boolean leads(String from, String to) {
        var reached = new TreeSet<>(Set.of(from));
        for (var size = 0; size < reached.size(); ) {
            size = reached.size();
            var next = edges.keySet().stream()
                    .filter(edge -> reached.contains(edge.from))
                    .map(Edge::to)
                    .toList();
            reached.addAll(next);
        }
        return reached.contains(to);
    }

    /// Mermaid's text.
    String diagram(String first) {
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> " + first + "\n");
        edges.forEach((edge, methods) -> text.append("    ")
                .append(edge)
                .append(" : ")
                .append(String.join(", ", methods))
                .append('\n'));
        return text.append("```\n").toString();
    }

    /// The cases of a sealed type of states.
    static Stream<Class<?>> cases(Class<?> states) {
        return states.isRecord()
                ? Stream.of(states)
                : Arrays.stream(states.getPermittedSubclasses())
                        .flatMap(Transitions::cases)
                        .distinct();
    }

    /// A method that returns a part of the states leads to each of its cases; one that returns its own state only
    /// advances it.
    private static Stream<Class<?>> targets(Class<?> states, Class<?> from, Method method) {
        var isAccessor = Arrays.stream(from.getRecordComponents())
                .anyMatch(component -> component.getAccessor().equals(method));
        return !method.isBridge() && !isAccessor && states.isAssignableFrom(method.getReturnType())
                ? cases(method.getReturnType()).filter(to -> !to.equals(from))
                : Stream.empty();
    }

    /// Which of these transitions nobody has seen.
    Collection<Edge> unseen(Map<Edge, ?> seen) {
        return edges.keySet().stream().filter(edge -> !seen.containsKey(edge)).toList();
    }
}
