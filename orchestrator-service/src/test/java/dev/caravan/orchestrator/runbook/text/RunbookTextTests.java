package dev.caravan.orchestrator.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.FictionalCommands;
import dev.caravan.orchestrator.runbook.Fixture;
import dev.caravan.orchestrator.runbook.RandomRunbooks;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.yaml.Reading;
import dev.caravan.orchestrator.runbook.yaml.RunbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RunbookTextTests {

    private static final Occasion OCCASION = new Occasion(
            Instant.parse("2026-12-04T19:00:00Z"),
            ZoneId.of("Europe/Berlin"),
            List.of("fabrikam.example", "fabrikam-group.example"));

    @Test
    void the_steps_of_a_runbook_stand_in_a_table() throws IOException {
        // When
        var text = RunbookText.steps(everyFeature());

        // Then
        assertThat(text).isEqualTo(expected("every-feature.steps.txt"));
    }

    @Test
    void the_plan_of_a_runbook_tells_what_would_happen() throws IOException {
        // When
        var text = RunbookText.plan(everyFeature(), OCCASION);

        // Then
        assertThat(text).isEqualTo(expected("every-feature.plan.txt"));
    }

    @Test
    void a_plan_declares_what_is_lost_by_step_of_the_guide_and_objects_with_the_reason() {
        // Given
        var runbook = readable("losing", """
                runbook: losing
                title: Something that cannot be taken back
                phases:
                  - phase: only
                    steps:
                      - {step: agree, gate: Shall it be lost?, approvals: 2, preview: [change]}
                      - step: change
                        guide: [96]
                        command: test.ChangeDomains
                        over: domains
                        backOut: {irreversible: Nobody keeps the old labels}
                """);

        // When
        var plan = RunbookText.plan(runbook, OCCASION);

        // Then
        assertThat(plan)
                .contains("   CANNOT BE UNDONE: Nobody keeps the old labels\n")
                .endsWith("""
                A back-out has nothing to undo.
                What cannot be undone:
                - change (guide 96) for fabrikam.example and fabrikam-group.example: Nobody keeps the old labels
                """);
    }

    @ParameterizedTest
    @MethodSource("random")
    void every_step_is_in_every_text_exactly_once(Runbook runbook) {
        // When
        var steps = RunbookText.steps(runbook);
        var plan = RunbookText.plan(runbook, OCCASION);

        // Then
        assertThat(runbook.steps()).allSatisfy(step -> {
            assertThat(steps.lines().filter(line -> line.startsWith("  " + step.id() + " ")))
                    .hasSize(1);
            assertThat(plan.lines().filter(line -> line.startsWith("   [" + step.id() + "] ")))
                    .hasSize(1);
        });
    }

    private static Stream<Runbook> random() {
        return LongStream.range(0, 50).mapToObj(RandomRunbooks::of);
    }

    private static Runbook everyFeature() {
        var fixture = Fixture.in("valid")
                .filter(file -> file.name().equals("every-feature"))
                .findFirst()
                .orElseThrow();
        return readable(fixture.name(), fixture.yaml());
    }

    private static Runbook readable(String name, String yaml) {
        var reading = new RunbookReader(new FictionalCommands(), new CelExpressions()).read(name, yaml);
        return ((Reading.Readable) reading).runbook();
    }

    private static String expected(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/runbooks/text", file));
    }
}
