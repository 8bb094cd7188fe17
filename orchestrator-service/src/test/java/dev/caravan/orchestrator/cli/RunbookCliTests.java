package dev.caravan.orchestrator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookCliTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final RunbookCli cli = new RunbookCli(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    @Test
    void a_shipped_runbook_shows_its_steps() {
        // Given
        var line = List.of("steps", "dns-preparation");

        // When
        var status = cli.run(line);

        // Then
        assertThat(status).isZero();
        assertThat(out.toString(UTF_8)).contains("capture-zones").contains("lower-ttl");
    }

    @Test
    void a_plan_names_the_domains_and_the_moment() {
        // Given
        var line = List.of("plan", "dns-preparation", "2026-12-04T19:00:00Z", "Europe/Berlin", "fabrikam.example");

        // When
        var status = cli.run(line);

        // Then
        assertThat(status).isZero();
        assertThat(out.toString(UTF_8)).contains("fabrikam.example").contains("Fri 4 Dec 2026 20:00");
    }

    @Test
    void all_problems_of_a_file_are_told_with_their_place() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("broken.yaml"), """
                runbook: broken
                title: Broken
                phases:
                  - phase: all
                    title: All
                    steps:
                      - step: one
                        title: One
                        command: dns.Nonsense
                        colour: blue
                """);

        // When
        var status = cli.run(List.of("lint", file.toString()));

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines())
                .anyMatch(line -> line.startsWith(file + ":9:") && line.contains("dns.Nonsense"))
                .anyMatch(line -> line.startsWith(file + ":10:") && line.contains("colour"));
    }

    @Test
    void what_is_neither_file_nor_name_is_told_with_what_ships() {
        // Given
        var line = List.of("lint", "no-such-runbook");

        // When
        var status = cli.run(line);

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("no-such-runbook").contains("dns-preparation");
    }

    @Test
    void a_moment_that_is_none_is_told() {
        // Given
        var line = List.of("plan", "dns-preparation", "tomorrow", "Europe/Berlin", "fabrikam.example");

        // When
        var status = cli.run(line);

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("tomorrow");
    }
}
