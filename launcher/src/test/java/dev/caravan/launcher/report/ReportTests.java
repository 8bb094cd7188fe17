package dev.caravan.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.runs.Loss;
import dev.caravan.launcher.runs.Views;
import dev.caravan.launcher.standin.Given;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReportTests {

    @TempDir
    private Path folder;

    @Test
    void it_is_written_as_json_with_instants_and_guide_numbers() throws IOException {
        // Given
        var run = Views.run("r1", "completed", Views.step("lower-ttl", 0, "succeeded", "4", "M1.2"));
        var report = new Report(
                0,
                List.of(),
                List.of(Report.Run.of(run, "completed")),
                List.of(new Given("r1", "gate", "approve", "Ida Vogel", "approved", "", "abc", Views.START)),
                Report.DeclaredLoss.of(List.of(
                        loss(true, "t1", "Everybody has read it"),
                        loss(true, null, "It is gone"),
                        loss(false, null, ""))),
                Map.of("dns", 12L),
                0,
                Map.of("sent", 0L),
                Report.Times.of(
                        Views.START, Views.START.plusSeconds(3600), Duration.ofMillis(45_600), Duration.ofSeconds(20)),
                new Report.Machine(true, 1800, 1900, List.of(new Fleet.Death("broker", 137, true))));
        var file = folder.resolve("deep/report.json");

        // When
        report.write(file);

        // Then
        var json = Web.JSON.readTree(Files.readString(file));
        var step = json.at("/runs/0/steps/0");
        assertThat(step.path("id").asString()).isEqualTo("lower-ttl");
        assertThat(step.path("guide").toString()).isEqualTo("[4,\"M1.2\"]");
        assertThat(step.path("start").asString()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(step.path("end").asString()).isEqualTo("2026-11-20T08:01:00Z");
        assertThat(json.at("/answers/0/by").asString()).isEqualTo("Ida Vogel");
        assertThat(json.at("/times/simulatedSeconds").asDouble()).isEqualTo(3600);
        assertThat(json.at("/times/wallSeconds").asDouble()).isEqualTo(45.6);
        assertThat(json.at("/machine/deaths/0/process").asString()).isEqualTo("broker");
        assertThat(json.path("declaredLosses").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"tenant\":\"t1\",\"kind\":\"rrset\",\"id\":\"a. MX\",\"property\":\"ttl\","
                                + "\"reason\":\"Everybody has read it\",\"step\":\"announce\"}",
                        "{\"tenant\":\"dns:a\",\"kind\":\"rrset\",\"id\":\"a. MX\",\"property\":\"ttl\","
                                + "\"reason\":\"It is gone\",\"step\":\"announce\"}");
    }

    private static Loss loss(boolean certain, @Nullable String tenantId, String reason) {
        return new Loss("announce", "irreversible", certain, "rrset", "a. MX", "ttl", reason, "dns:a", tenantId);
    }
}
