package dev.caravan.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simulator's own ledger of calls.
record Calls(List<JsonNode> lines) {

    static Calls of(LaunchedDemo demo) throws IOException {
        try (var lines = Files.lines(demo.dump().resolve("calls.jsonl"))) {
            return new Calls(
                    lines.map(line -> JsonMapper.shared().readTree(line)).toList());
        }
    }

    /// The hosts that a domain's MX was pointed to, in their order.
    List<String> exchangers(String world, String domain) {
        String added = world + ": " + domain + " MX added 0 ";
        return effects().stream()
                .filter(effect -> effect.startsWith(added))
                .map(effect -> effect.substring(added.length()).split(" ")[0])
                .toList();
    }

    /// When something was done that reads so.
    List<Instant> times(Pattern effect) {
        return lines.stream()
                .filter(call -> call.path("effect")
                        .valueStream()
                        .anyMatch(done -> effect.matcher(done.asString()).find()))
                .map(call -> Instant.parse(call.path("time").asString()))
                .toList();
    }

    /// What calls of tenants' APIs were answered with.
    Set<String> statusesOfTenants() {
        return lines.stream()
                .filter(call ->
                        Set.of("graph", "exchange").contains(call.path("api").asString()))
                .map(call -> call.path("status").asString())
                .collect(Collectors.toSet());
    }

    /// Every effect that a call really had, with the world that it was made in.
    List<String> effects() {
        return lines.stream()
                .flatMap(call -> StreamSupport.stream(call.path("effect").spliterator(), false)
                        .map(effect -> call.path("world").asString() + ": " + effect.asString()))
                .toList();
    }
}
