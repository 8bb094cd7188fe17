package dev.caravan.graph.contract;

import dev.caravan.graph.contract.Violation.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Microsoft says that a call of Graph and its answer look like.
public final class GraphContract {

    private static final String CONTENT_TYPE = "content-type";
    private static final String SKIP_TOKEN = "$skiptoken";
    private static final String SELECT = "$select";

    private final Operations operations;
    private final Bodies bodies;

    GraphContract(JsonNode description) {
        operations = new Operations(description);
        bodies = new Bodies(description);
    }

    private static final class Shared {
        private static final GraphContract CONTRACT =
                new GraphContract(Reading.of(Supplement.added(Supplement.read(), Slice.read())));
    }

    /// The one of the slice, with what it lacks; only where [Slice#isThere()].
    public static GraphContract ofMicrosoft() {
        return Shared.CONTRACT;
    }

    /// What is wrong in everything that a simulator wrote down, the first of each kind.
    public Collection<Violation> violations(Path traffic) throws IOException {
        Map<String, Violation> kinds = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(traffic)) {
            lines.map(line -> Exchange.of(JsonMapper.shared().readTree(line)))
                    .flatMap(call -> violations(call).stream())
                    .forEach(violation -> kinds.putIfAbsent(violation.kind(), violation));
        }
        return kinds.values();
    }

    /// What is wrong with a call, and with each part of it if it is a batch.
    public List<Violation> violations(Exchange call) {
        List<Violation> all = new ArrayList<>();
        Optional<Operation> operation = operations.of(call);
        operation.ifPresentOrElse(
                known -> {
                    request(call, known, all);
                    answer(call, known, all);
                },
                () -> unknown(call, all));
        call.parts().forEach(part -> all.addAll(violations(part)));
        return all;
    }

    /// Nothing is known of what is asked for, but what an error looks like.
    private void unknown(Exchange call, List<Violation> all) {
        all.add(new Violation(call, Side.REQUEST, call.path(), "no call that Microsoft describes"));
    }

    private void request(Exchange call, Operation operation, List<Violation> all) {
        call.query()
                .forEach((name, value) -> option(name, value, operation)
                        .ifPresent(expected -> all.add(new Violation(call, Side.REQUEST, name, expected))));
        body(call, Side.REQUEST, call.request(), operation.requestSchema(), call.requestHeaders(), all);
        if (call.request().isMissingNode() && operation.needsBody()) {
            all.add(new Violation(call, Side.REQUEST, "body", "required"));
        }
    }

    private void answer(Exchange call, Operation operation, List<Violation> all) {
        if (!operation.answersWith(call.status())) {
            all.add(new Violation(call, Side.ANSWER, "status", "not among those that are described"));
            return;
        }
        Optional<String> schema = operation.answerSchema(call.status());
        int before = all.size();
        body(call, Side.ANSWER, call.answer(), schema, call.answerHeaders(), all);
        if (all.size() == before && call.answer().isObject()) {
            Models.faults(schema.map(operation::typeAt).orElse(""), call.answer())
                    .forEach((property, expected) -> all.add(new Violation(call, Side.ANSWER, property, expected)));
        }
        if (call.answer().isMissingNode() && schema.isPresent()) {
            all.add(new Violation(call, Side.ANSWER, "body", "required"));
        }
    }

    private void body(
            Exchange call,
            Side side,
            JsonNode body,
            Optional<String> schema,
            Map<String, String> headers,
            List<Violation> all) {
        if (body.isMissingNode()) {
            return;
        }
        if (schema.isEmpty()) {
            all.add(new Violation(call, side, "body", "none"));
            return;
        }
        bodies.faults(schema.get(), body)
                .forEach((property, expected) -> all.add(new Violation(call, side, property, expected)));
        if (!headers.getOrDefault(CONTENT_TYPE, "").startsWith("application/json")) {
            all.add(new Violation(call, side, CONTENT_TYPE, "application/json"));
        }
    }

    private static Optional<String> option(String name, String value, Operation operation) {
        if (name.equals(SKIP_TOKEN) && operation.isPaged()) {
            return Optional.empty();
        }
        Optional<JsonNode> parameter = operation.parameters("query").stream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst();
        if (parameter.isEmpty()) {
            return Optional.of("no option of this call");
        }
        return switch (parameter.get().at("/schema/type").asString("")) {
            case "integer" -> Optional.of("a whole number").filter(_ -> !value.matches("[0-9]+"));
            case "boolean" -> Optional.of("true or false").filter(_ -> !value.matches("true|false"));
            default -> name.equals(SELECT) ? selected(value, operation) : Optional.empty();
        };
    }

    private static Optional<String> selected(String value, Operation operation) {
        Set<String> known = operation.answeredProperties();
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(property -> !known.contains(property))
                .findFirst()
                .map(property -> "no such property: " + property);
    }
}
