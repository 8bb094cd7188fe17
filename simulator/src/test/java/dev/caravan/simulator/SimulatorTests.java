package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SimulatorTests {

    private static final String ZONE = "/portal/dns/zones/fabrikam-group.example";

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = new RunningSimulator(directory.resolve("data"), SampleWorld.FOLDER);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "api=dns-portal&method=get&target=FABRIKAM-GROUP&status=4, true",
        "world=fabrikam-to-contoso&from=2026-01-01T00:00:00Z&api=dns-portal, true",
        "api=dns-portal&changing=true&status=2, false",
        "api=dns-portal&until=2026-01-01T00:00:00Z, false",
        "api=graph, false",
        "method=POST, false",
        "status=5, false",
        "tenant=nobody, false"
    })
    void the_ledger_answers_what_it_is_asked_for(String query, boolean isFound) {
        // Given
        simulator.get(ZONE);
        // When
        JsonNode calls = simulator.get("/sim/calls?" + query).json();
        // Then
        assertThat(calls.valueStream()
                        .anyMatch(call -> call.path("target").asString("").contains("fabrikam-group")
                                && call.path("method").asString().equals("GET")))
                .isEqualTo(isFound);
    }

    @Test
    void a_question_to_the_ledger_that_makes_no_sense_is_refused() {
        // When
        var reply = simulator.get("/sim/calls?from=yesterday");
        // Then
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void it_is_healthy() {
        // When
        JsonNode health = simulator.get("/actuator/health").json();
        // Then
        assertThat(health.path("status").asString()).isEqualTo("UP");
    }

    @Test
    void it_tells_what_a_run_must_know_of_its_worlds() {
        // When
        JsonNode world = simulator.get("/sim/worlds").json().path(0);
        // Then
        assertThat(world.path("name").asString()).isEqualTo("fabrikam-to-contoso");
        assertThat(world.path("movingDomains").toString())
                .isEqualTo("[\"fabrikam.example\",\"fabrikam-group.example\"]");
        assertThat(world.path("source").path("id").asString()).isEqualTo("47eaa099-2cb6-416d-86dc-283cf0480ff9");
        assertThat(world.path("destination").path("initialDomain").asString()).isEqualTo("contoso.onmicrosoft.com");
        assertThat(world.path("timeZone").asString()).isEqualTo("Europe/Berlin");
        assertThat(world.path("dnsAccount").asString()).isEqualTo("dns:fabrikam-to-contoso");
        assertThat(world.path("bittitanWorkgroup").asString()).isEqualTo("Northwind MSP");
        assertThat(world.path("persons")).hasSize(2);
        assertThat(simulator.secret(world.path("tsig").path("credentialRef").asString()))
                .hasSize(44);
    }

    @Test
    void every_name_server_has_an_address_of_its_own() {
        // When
        JsonNode servers = simulator.get("/sim/dns").json().path("servers");
        // Then
        assertThat(servers.path("ns1.fabrikam.example.").asString()).startsWith("127.0.0.1:");
        assertThat(servers.path("ns2.fabrikam.example.").asString()).startsWith("127.0.0.2:");
    }

    @Test
    void a_person_changes_a_record_set_and_the_ledger_shows_who_it_was() {
        // Given
        String token = simulator.secret("fabrikam-to-contoso-person-eli");
        String path = ZONE + "/rrsets/note/TXT";
        // When
        var put = simulator.send("PUT", path, "{\"ttl\": 60, \"values\": [\"\\\"hello\\\"\"]}", token);
        var again = simulator.send("PUT", path, "{\"ttl\": 60, \"values\": [\"\\\"hello\\\"\"]}", token);
        var zone = simulator.send("GET", ZONE, null, token);
        var deleted = simulator.send("DELETE", path, null, token);
        // Then
        assertThat(List.of(put.status(), again.status(), zone.status(), deleted.status()))
                .containsOnly(200);
        assertThat(put.json().path("effect")).hasSize(1);
        assertThat(again.json().path("effect")).isEmpty();
        assertThat(zone.body()).contains("\"name\":\"note.fabrikam-group.example\"");
        assertThat(lastCalls("dns-portal", 4))
                .allSatisfy(call -> {
                    assertThat(call.path("credential").asString()).isEqualTo("fabrikam-to-contoso-person-eli");
                    assertThat(call.path("world").asString()).isEqualTo("fabrikam-to-contoso");
                    assertThat(call.path("status").asString()).isEqualTo("200");
                })
                .extracting(call ->
                        call.path("method").asString() + call.path("effect").size())
                .containsExactly("PUT1", "PUT0", "GET0", "DELETE1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', wrong, 401",
        "PUT, /rrsets/@/MX, wrong, 401",
        "DELETE, /rrsets/@/MX, '', 401",
        "PUT, /rrsets/@/MX, right, 400",
        "PUT, /rrsets/@/NONSENSE, typed, 422",
        "DELETE, /rrsets/@/SOA, right, 422"
    })
    void the_portal_refuses_and_the_ledger_says_so(String method, String path, String token, int status) {
        // Given
        String secret = token.equals("right") || token.equals("typed")
                ? simulator.secret("fabrikam-to-contoso-person-dana")
                : token;
        String body = token.equals("right") ? "{\"ttl\": 300}" : "{\"ttl\": 300, \"values\": [\"x\"]}";
        // When
        var reply = simulator.send(method, ZONE + path, method.equals("PUT") ? body : null, secret);
        // Then
        assertThat(reply.status()).isEqualTo(status);
        JsonNode call = lastCalls("dns-portal", 1).getFirst();
        assertThat(call.path("status").asString()).isEqualTo(String.valueOf(status));
        assertThat(call.path("effect")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"kind\": \"no-such-fault\"}', 400",
        "'{\"kind\": \"dns-refuse\", \"zone\": \"nowhere.example\"}', 400",
        "'{\"kind\": \"dns-refuse\", \"count\": 0}', 400",
        "'{', 400",
        "'{\"kind\": \"dns-refuse\", \"zone\": \"fabrikam.example.\", \"count\": 1}', 200"
    })
    void a_fault_is_taken_only_if_it_can_happen(String fault, int status) {
        // When
        var reply = simulator.post("/sim/faults", fault);
        // Then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(simulator.send("DELETE", "/sim/faults", null, null).status()).isEqualTo(204);
        assertThat(simulator.get("/sim/faults").json()).isEmpty();
    }

    @Test
    void a_skip_with_a_wrong_epoch_or_half_a_body_is_refused() {
        // When
        var stale = simulator.post("/sim/clock/skip", "{\"to\": \"2030-01-01T00:00:00Z\", \"epoch\": 4711}");
        var half = simulator.post("/sim/clock/skip", "{\"epoch\": 0}");
        // Then
        assertThat(List.of(stale.status(), half.status())).containsExactly(409, 400);
    }

    @Test
    void a_dump_shows_what_changed_and_nothing_else() throws IOException {
        // Given
        Path data = directory.resolve("other");
        Map<String, String> loaded = SampleWorld.filesOf(SampleWorld.FOLDER);
        try (RunningSimulator fresh = new RunningSimulator(data, SampleWorld.FOLDER)) {
            Path before = dump(fresh, "before");
            String token = fresh.secret("fabrikam-to-contoso-person-dana");
            fresh.send(
                    "PUT",
                    "/portal/dns/zones/fabrikam.example/rrsets/@/MX",
                    "{\"ttl\": 300, \"values\": [\"0 fabrikam-example.mail.protection.outlook.com.\"]}",
                    token);
            // When
            Path after = dump(fresh, "after");
            // Then
            assertThat(withoutRecords(before)).isEqualTo(loaded);
            Map<String, String> changed = withoutRecords(after);
            String zone = changed.put("dns/fabrikam.example.zone", loaded.get("dns/fabrikam.example.zone"));
            assertThat(changed).isEqualTo(loaded);
            assertThat(zone).contains("@ 300 IN MX 0 ", "2026112002").doesNotContain("14400");
            assertThat(after.resolveSibling("calls.jsonl"))
                    .content()
                    .contains("dns-portal")
                    .doesNotContain(token);
        }
    }

    @Test
    void a_dump_needs_an_absolute_path_that_is_not_the_loaded_world() {
        // When
        var relative = simulator.post("/sim/dump", "{\"dir\": \"here\"}");
        var over = simulator.post(
                "/sim/dump",
                "{\"dir\": \"" + SampleWorld.FOLDER.toAbsolutePath().getParent() + "\"}");
        // Then
        assertThat(List.of(relative.status(), over.status())).containsOnly(400);
        assertThat(SampleWorld.FOLDER.resolve("calls.jsonl")).doesNotExist();
        assertThat(SampleWorld.FOLDER.resolveSibling("calls.jsonl")).doesNotExist();
    }

    private static Path dump(RunningSimulator simulator, String name) {
        Path into = directory.resolve(name);
        assertThat(simulator.post("/sim/dump", "{\"dir\": \"" + into + "\"}").status())
                .isEqualTo(200);
        return into.resolve("fabrikam-to-contoso");
    }

    private static Map<String, String> withoutRecords(Path folder) throws IOException {
        Map<String, String> files = SampleWorld.filesOf(folder);
        assertThat(files.remove("calls.jsonl")).isNotNull();
        assertThat(files.remove("messages.jsonl")).isNotNull();
        assertThat(Files.exists(folder)).isTrue();
        return files;
    }

    private static List<JsonNode> lastCalls(String api, int count) {
        List<JsonNode> calls = simulator
                .get("/sim/calls")
                .json()
                .valueStream()
                .filter(call -> call.path("api").asString().equals(api))
                .toList();
        return calls.subList(calls.size() - count, calls.size());
    }
}
