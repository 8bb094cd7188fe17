package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTests {

    @TempDir
    Path directory;

    private final StringWriter said = new StringWriter();

    @Test
    void a_world_that_is_right_is_said_to_be() {
        // When
        int status = run("check", SampleWorld.FOLDER.toString());
        // Then
        assertThat(status).isZero();
        assertThat(said.toString()).startsWith("fabrikam-to-contoso: right; moving domains [fabrikam.example, ");
    }

    @Test
    void a_broken_world_ends_a_check_and_a_start_with_its_problems() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        SampleWorld.change(folder, "dns/fabrikam.example.zone", before -> before + "oops IN A 1.2.3\n");
        // When
        int check = run("check", folder.toString());
        int serve = run(
                "serve",
                "--port",
                "1",
                "--dns-port",
                "1",
                "--resolver-port",
                "1",
                "--data",
                directory.resolve("data").toString(),
                "--world",
                folder.toString());
        // Then
        assertThat(new int[] {check, serve}).containsOnly(1);
        assertThat(said.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith(folder.resolve("dns/fabrikam.example.zone") + ":25: "));
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void a_world_is_written_once_and_never_over_another() throws IOException {
        // Given
        Path folder = directory.resolve("made/here");
        int written = run("world", "--seed", "7", "--mailboxes", "20", "--trap", "clash=2", folder.toString());
        // When
        int again = run("world", "--seed", "8", "--mailboxes", "20", folder.toString());
        // Then
        assertThat(new int[] {written, again}).containsExactly(0, 2);
        assertThat(said.toString()).endsWith("is not empty; nothing is written over\n");
        assertThat(Files.readAllLines(folder.resolve("source/exchange/mailboxes.jsonl")))
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "world --trap list, 0, 'Traps, and how many of each'",
        "world, 2, 'the folder to write the world into is missing'",
        "world --trap nonsense=1 x, 2, 'no trap is called nonsense'",
        "world --trap clash x, 2, '--trap clash: KIND=COUNT is expected'",
        "world --mailboxes 0 x, 2, 'a world has 1 to 100000 mailboxes'",
        "serve, 2, 'Missing required options'",
        "check, 2, 'Missing required parameter'",
        "serve --port 1 --dns-port 1 --resolver-port 1 --data d --world w --nonsense, 2, 'unknown argument --nonsense'"
    })
    void what_cannot_be_done_is_refused_in_one_message(String line, int status, String message) {
        // When
        int actual = run(line.split(" "));
        // Then
        assertThat(actual).isEqualTo(status);
        assertThat(said.toString()).startsWith(message);
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine line = Simulator.commandLine();
        return line.setOut(writer).setErr(writer).execute(arguments);
    }
}
