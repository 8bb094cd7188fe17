package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people do by hand is done in the world, seen there, kept in the ledger and taken back; what cannot be taken
/// back
/// is declared, and what cannot be done is not answered for.
class ByHandIT {

    private static final String WORLD = "fabrikam-to-contoso";
    private static final Path RUNBOOKS = Path.of("src/test/resources/runbooks");
    private static final String DANA = WORLD + "-person-dana";

    @TempDir
    private Path folder;

    @Test
    void what_was_changed_by_hand_is_taken_back_by_hand_and_leaves_the_world_as_it_was() throws Exception {
        // When
        try (LaunchedDemo demo =
                LaunchedDemo.launch(folder, "--exit", "--runbook", runbook("by-hand"), "--back-out-at", "lower-ttl")) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            for (Path loaded : ZoneFiles.of(Worlds.SAMPLE)) {
                assertThat(ZoneFiles.records(zone(demo, loaded.getFileName().toString())))
                        .isEqualTo(ZoneFiles.records(loaded));
            }
            JsonNode step = step(demo, "publish-by-hand");
            assertThat(step.path("state").asString()).isEqualTo("undone");
            assertThat(step.path("changes").asInt()).isPositive();
            assertThat(demo.report().path("declaredLosses")).isEmpty();
            assertThat(edits(demo)).hasSize(16).allSatisfy(call -> {
                assertThat(call.path("credential").asString()).isEqualTo(DANA);
                assertThat(call.path("effect")).isNotEmpty();
            });
            List<JsonNode> answers = answers(demo);
            assertThat(answers)
                    .hasSize(2)
                    .allSatisfy(answer -> assertThat(answer.path("evidence").asString())
                            .contains("the portal, ns1.fabrikam.example., ns2.fabrikam.example. show"));
            assertThat(answers.getLast().path("evidence").asString()).contains("record sets");
        }
    }

    @Test
    void what_cannot_be_taken_back_stays_and_is_declared_per_object_and_tries_are_counted() throws Exception {
        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(
                folder,
                "--exit",
                "--runbook",
                runbook("losses"),
                "--back-out-at",
                "publish-by-hand",
                "--fault",
                WORLD + ":dns-apply-then-lose:count=1")) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            Path zone = zone(demo, "fabrikam.example.zone");
            assertThat(ZoneFiles.ttl(zone, "fabrikam.example.", Type.MX)).isEqualTo(300);
            assertThat(ZoneFiles.records(zone)).contains("_caravan.fabrikam.example. 300 TXT \"v=caravan1; move\"");
            List<JsonNode> losses =
                    demo.report().path("declaredLosses").valueStream().toList();
            assertThat(losses)
                    .contains(loss("rrset", "fabrikam.example. MX", "ttl", "Nobody raises them again", "lower-ttl"))
                    .contains(loss(
                            "rrset",
                            "_caravan.fabrikam.example. TXT",
                            "values",
                            "The whole world may have seen it",
                            "publish-by-hand"))
                    .allSatisfy(
                            loss -> assertThat(loss.path("tenant").asString()).isEqualTo("dns:" + WORLD));
            assertThat(demo.output()).contains("reads that lower-ttl cannot be taken back: Nobody raises them again");
            assertThat(step(demo, "lower-ttl").path("attempts").asInt()).isEqualTo(2);
            assertThat(step(demo, "publish-by-hand").path("attempts").asInt()).isEqualTo(1);
        }
    }

    @Test
    void a_task_that_cannot_be_done_is_not_answered() throws Exception {
        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--exit", "--runbook", runbook("impossible"))) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isEqualTo(1);
            assertThat(answers(demo)).isEmpty();
            assertThat(edits(demo)).isEmpty();
            assertThat(demo.report().path("problems").toString())
                    .contains("Dana Reyes cannot do publish-by-hand")
                    .contains("nobody.example.");
        }
    }

    private static String runbook(String name) {
        return RUNBOOKS.resolve(name + ".yaml").toAbsolutePath().toString();
    }

    private static Path zone(LaunchedDemo demo, String file) {
        return demo.dump().resolve(WORLD).resolve("dns").resolve(file);
    }

    private static JsonNode step(LaunchedDemo demo, String id) throws Exception {
        return demo.report()
                .at("/runs/0/steps")
                .valueStream()
                .filter(step -> step.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> answers(LaunchedDemo demo) throws Exception {
        return demo.report()
                .path("answers")
                .valueStream()
                .filter(given -> given.path("kind").asString().equals("answer"))
                .toList();
    }

    /// Calls to the portal that were meant to change something.
    private static List<JsonNode> edits(LaunchedDemo demo) throws Exception {
        Stream<JsonNode> calls = Calls.of(demo).lines().stream();
        return calls.filter(call -> call.path("api").asString().equals("dns-portal"))
                .filter(call -> !call.path("method").asString().equals("GET"))
                .toList();
    }

    private static JsonNode loss(String kind, String id, String property, String reason, String step) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("tenant", "dns:" + WORLD)
                .put("kind", kind)
                .put("id", id)
                .put("property", property)
                .put("reason", reason)
                .put("step", step);
    }
}
