package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A removed domain is held for a while, on the simulated clock.
class DomainReleaseTests {

    private static final Map<String, Object> SLOWLY = Map.of("simulator.domains.release", "10h");
    private static final String STATES = "source/graph/domains.state.jsonl";

    @TempDir
    Path directory;

    private Path world;

    @BeforeEach
    void write() throws IOException {
        world = DomainWorld.in(directory);
    }

    private RunningSimulator serve(Map<String, Object> settings) {
        return new RunningSimulator(directory.resolve("data"), settings, world);
    }

    @Test
    @DisplayName("C.4 [C: M365D, T2T21] a removed domain is held for a time before another tenant can verify it")
    void a_removed_domain_is_held_until_its_time_is_over() {
        try (RunningSimulator simulator = serve(SLOWLY)) {
            // Given
            CloudTenant source = CloudTenant.source(simulator);
            CloudTenant destination = CloudTenant.destination(simulator);
            destination.addAndProve("spare.example");
            source.delete("/domains/spare.example");
            // When
            simulator.pass(Duration.ofHours(9));
            Reply held = source.get("/domains/spare.example");
            Reply early = destination.verify("spare.example");
            String holder = new SourceTenant(simulator)
                    .signIn("spare.example", Map.of())
                    .body();
            simulator.pass(Duration.ofHours(1));
            // Then
            assertThat(held.json().path("state").path("status").asString()).isEqualTo("InProgress");
            assertThat(message(early)).contains("another Microsoft hosted service");
            assertThat(holder).contains("access_token");
            assertThat(source.get("/domains/spare.example").status()).isEqualTo(404);
            assertThat(source.get("/domains").body()).doesNotContain("spare.example");
            assertThat(new SourceTenant(simulator)
                            .signIn("spare.example", Map.of())
                            .json()
                            .path("error_codes")
                            .path(0)
                            .asInt())
                    .isEqualTo(90002);
            assertThat(destination.verify("spare.example").status()).isEqualTo(200);
            assertThat(source.add("spare.example").status()).isEqualTo(201);
        }
    }

    @Test
    @DisplayName("C.4 [C: ENTRA] a domain that another tenant verified meanwhile cannot be taken back")
    void a_domain_is_taken_back_only_after_the_other_tenant_has_given_it_up() {
        try (RunningSimulator simulator = serve(Map.of())) {
            // Given
            CloudTenant source = CloudTenant.source(simulator);
            CloudTenant destination = CloudTenant.destination(simulator);
            source.delete("/domains/spare.example");
            simulator.pass(Duration.ofHours(1));
            destination.addAndProve("spare.example");
            destination.verify("spare.example");
            source.addAndProve("spare.example");
            // When
            Reply taken = source.verify("spare.example");
            destination.delete("/domains/spare.example");
            simulator.pass(Duration.ofHours(1));
            Reply back = source.verify("spare.example");
            // Then
            assertThat(taken.status()).isEqualTo(400);
            assertThat(back.status()).isEqualTo(200);
            assertThat(destination.get("/domains/spare.example").status()).isEqualTo(404);
        }
    }

    @Test
    void what_is_being_given_up_outlives_the_process() {
        // Given
        try (RunningSimulator first = serve(SLOWLY)) {
            CloudTenant.source(first).delete("/domains/spare.example");
        }
        // When
        try (RunningSimulator second = serve(Map.of())) {
            CloudTenant source = CloudTenant.source(second);
            Reply held = source.get("/domains/spare.example");
            second.pass(Duration.ofHours(9));
            Reply stillHeld = source.get("/domains/spare.example");
            second.pass(Duration.ofHours(1));
            // Then
            assertThat(held.body()).contains("InProgress");
            assertThat(stillHeld.body()).contains("InProgress");
            assertThat(source.get("/domains/spare.example").status()).isEqualTo(404);
        }
        try (RunningSimulator third = serve(Map.of())) {
            assertThat(CloudTenant.source(third).get("/domains/spare.example").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_dump_holds_what_is_being_given_up_and_is_a_world_again() throws IOException {
        // Given
        Path dump = directory.resolve("dump");
        try (RunningSimulator first = serve(SLOWLY)) {
            CloudTenant.source(first).delete("/domains/spare.example");
            first.post("/sim/dump", "{\"dir\": \"" + dump + "\"}");
        }
        Path dumped = dump.resolve("fabrikam-to-contoso");
        // When
        try (RunningSimulator second = new RunningSimulator(directory.resolve("again"), dumped)) {
            CloudTenant source = CloudTenant.source(second);
            Reply held = source.get("/domains/spare.example");
            second.pass(Duration.ofHours(10));
            // Then
            assertThat(held.body()).contains("InProgress");
            assertThat(source.get("/domains/spare.example").status()).isEqualTo(404);
        }
        assertThat(dumped.resolve(STATES))
                .hasContent("{\"id\":\"spare.example\",\"releasedAt\":\"2026-11-20T18:00:00Z\"}");
        assertThat(Files.readString(dumped.resolve("source/graph/domains.jsonl")))
                .contains("\"status\":\"InProgress\"");
    }

    @Test
    void a_dump_of_an_untouched_world_has_no_states() throws IOException {
        // Given
        Path dump = directory.resolve("dump");
        // When
        try (RunningSimulator simulator = serve(SLOWLY)) {
            CloudTenant.source(simulator).delete("/domains/contact.example");
            simulator.post("/sim/dump", "{\"dir\": \"" + dump + "\"}");
        }
        // Then
        var files = SampleWorld.filesOf(dump.resolve("fabrikam-to-contoso"));
        files.keySet().removeAll(java.util.Set.of("calls.jsonl", "messages.jsonl"));
        assertThat(files).isEqualTo(SampleWorld.filesOf(world));
    }

    @Test
    @DisplayName("C.4 [C: M365D; RB] as little as 5 minutes, 60 in the runbook")
    void without_a_setting_the_time_is_drawn_by_the_name_between_five_and_sixty_minutes() {
        try (RunningSimulator simulator = serve(Map.of())) {
            // Given
            CloudTenant source = CloudTenant.source(simulator);
            source.delete("/domains/spare.example");
            // When
            simulator.pass(Duration.ofMinutes(4));
            int early = source.get("/domains/spare.example").status();
            simulator.pass(Duration.ofMinutes(56));
            // Then
            assertThat(early).isEqualTo(200);
            assertThat(source.get("/domains/spare.example").status()).isEqualTo(404);
        }
    }

    @Test
    void the_times_are_set_while_it_runs_and_kept() {
        // Given
        try (RunningSimulator first = serve(SLOWLY)) {
            // When
            Reply reply = first.send("PUT", "/sim/domains", "{\"release\": \"PT40H\", \"acceptance\": \"PT1H\"}", null);
            // Then
            assertThat(reply.json().path("release").asString()).isEqualTo("PT40H");
        }
        try (RunningSimulator second = serve(SLOWLY)) {
            assertThat(second.get("/sim/domains").json().path("release").asString())
                    .isEqualTo("PT40H");
            assertThat(second.get("/sim/domains").json().path("acceptance").asString())
                    .isEqualTo("PT1H");
            assertThat(second.send("PUT", "/sim/domains", "{}", null)
                            .json()
                            .path("release")
                            .isNull())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"release\": \"PT4M59S\"}",
                "{\"release\": \"PT40H1S\"}",
                "{\"acceptance\": \"PT1H1S\"}",
                "{\"acceptance\": \"-PT1S\"}",
                "{\"release\": \"soon\"}"
            })
    void times_that_microsoft_would_not_take_are_refused(String body) {
        try (RunningSimulator simulator = serve(SLOWLY)) {
            // When
            Reply reply = simulator.send("PUT", "/sim/domains", body, null);
            // Then
            assertThat(reply.status()).isEqualTo(400);
            assertThat(simulator.get("/sim/domains").json().path("release").asString())
                    .isEqualTo("PT10H");
        }
    }

    @Test
    void exchanges_own_list_of_domains_follows_too() throws IOException {
        // Given
        String row = "{\"Identity\": \"%1$s\", \"DomainName\": \"%1$s\", \"DomainType\": \"Authoritative\"}\n";
        SampleWorld.change(
                world,
                "source/exchange/acceptedDomains.jsonl",
                _ -> row.formatted("spare.example") + acceptedOfAll(row));
        SampleWorld.change(
                world,
                "destination/exchange/acceptedDomains.jsonl",
                _ -> row.formatted("contoso.onmicrosoft.com") + row.formatted("contoso.example"));
        try (RunningSimulator simulator = serve(Map.of("simulator.domains.acceptance", "30m"))) {
            CloudTenant source = CloudTenant.source(simulator);
            CloudTenant destination = CloudTenant.destination(simulator);
            // When
            source.delete("/domains/spare.example");
            simulator.pass(Duration.ofHours(1));
            destination.addAndProve("spare.example");
            destination.verify("spare.example");
            simulator.pass(Duration.ofMinutes(29));
            boolean early = destination.acceptedDomains().contains("spare.example");
            simulator.pass(Duration.ofMinutes(1));
            // Then
            assertThat(source.acceptedDomains()).doesNotContain("spare.example").contains("fabrikam.example");
            assertThat(early).isFalse();
            assertThat(destination.acceptedDomains()).contains("spare.example", "contoso.example");
        }
    }

    private static String acceptedOfAll(String row) {
        StringBuilder rows = new StringBuilder();
        for (String domain : new String[] {
            "fabrikam.onmicrosoft.com",
            "fabrikam.example",
            "fabrikam-group.example",
            "folder.example",
            "dynamic.example",
            "forced.example"
        }) {
            rows.append(row.formatted(domain));
        }
        return rows.toString();
    }
}
