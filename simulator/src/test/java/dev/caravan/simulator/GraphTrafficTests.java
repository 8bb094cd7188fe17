package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.graph.contract.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is asked and answered in Graph's name is written down and held against Microsoft's description.
class GraphTrafficTests {

    private static final String USER = "/users/ada.fuchs@fabrikam-group.example";

    @TempDir
    Path directory;

    @Test
    void every_call_is_written_down_as_it_was_sent() throws IOException {
        // Given
        Path file = directory.resolve("traffic.jsonl");
        try (RunningSimulator simulator = writing(file)) {
            CloudTenant tenant = CloudTenant.source(simulator);

            // When
            tenant.get(USER + "?$select=id,displayName");
            tenant.patch(USER, "{\"city\": 5}");
            tenant.patch(USER, "{\"city\": \"Bern\"");
        }

        // Then
        List<JsonNode> calls = calls(file);
        assertThat(calls)
                .extracting(call ->
                        call.path("method").asString() + " " + call.path("url").asString() + " "
                                + call.path("status").asInt())
                .startsWith("GET " + USER + "?$select=id,displayName 200", "PATCH " + USER + " 400");
        assertThat(calls.getFirst().path("answer").propertyNames())
                .containsExactlyInAnyOrder("@odata.context", "id", "displayName");
        assertThat(calls.get(1).path("request")).hasToString("{\"city\":5}");
        assertThat(calls.get(1).path("requestHeaders")).hasToString("{\"content-type\":\"application/json\"}");
        assertThat(calls.get(2).path("request").asString()).isEqualTo("{\"city\": \"Bern\"");
        assertThat(Files.readString(file)).doesNotContain("Bearer");
    }

    @Test
    @EnabledIf(value = "dev.caravan.graph.contract.Slice#isThere", disabledReason = Slice.MISSING)
    void what_cannot_be_read_is_refused_as_graph_does() throws IOException {
        // Given
        Path file = directory.resolve("traffic.jsonl");
        try (RunningSimulator simulator = writing(file)) {
            CloudTenant.source(simulator).patch(USER, "{\"city\": \"Bern\"");
        }

        // Then
        assertThat(calls(file).getFirst().at("/answer/error/message").asString())
                .startsWith("Unable to read JSON request payload.");
        GraphTraffic.assertDescribed(file);
    }

    @Test
    @EnabledIf(value = "dev.caravan.graph.contract.Slice#isThere", disabledReason = Slice.MISSING)
    void a_wrong_answer_fails_and_names_the_property() throws IOException {
        // Given
        Path file = directory.resolve("traffic.jsonl");
        try (RunningSimulator simulator = writing(file)) {
            CloudTenant.source(simulator).get(USER);
        }
        String line = Files.readString(file);

        // Then
        GraphTraffic.assertDescribed(file);
        assertThatThrownBy(() -> GraphTraffic.assertDescribed(
                        Files.writeString(file, line.replace("\"displayName\":", "\"shownName\":"))))
                .hasMessageContaining(USER)
                .hasMessageContaining("/shownName");
    }

    @Test
    @EnabledIf(value = "dev.caravan.graph.contract.Slice#isThere", disabledReason = Slice.MISSING)
    void what_was_refused_may_have_been_anything() throws IOException {
        // Given
        Path file = directory.resolve("traffic.jsonl");
        try (RunningSimulator simulator = writing(file)) {
            CloudTenant.source(simulator).patch(USER, "{\"colour\": \"red\"}");
        }

        // Then
        GraphTraffic.assertDescribed(file);
        String accepted = Files.readString(file).replace("\"status\":400", "\"status\":204");
        assertThatThrownBy(() -> GraphTraffic.assertDescribed(Files.writeString(file, accepted)))
                .hasMessageContaining("/colour of the request");
    }

    private RunningSimulator writing(Path file) {
        return new RunningSimulator(
                directory.resolve("data"), Map.of("simulator.graph.traffic", file.toString()), SampleWorld.FOLDER);
    }

    private static List<JsonNode> calls(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
