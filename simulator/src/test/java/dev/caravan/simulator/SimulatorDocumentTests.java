package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.conformance.NeedsPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the document of the simulator shows, done as it stands there.
@NeedsPrograms(value = "curl", packages = "curl")
class SimulatorDocumentTests {

    private static final Path DOCUMENT = Path.of("../docs/simulator.md");
    private static final Pattern SESSION = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path data;

    @Test
    void the_session_with_curl_works_as_it_is_written() throws IOException, InterruptedException {
        try (RunningSimulator simulator = new RunningSimulator(data, SampleWorld.FOLDER)) {
            // When
            ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", session())
                    .redirectErrorStream(true)
                    .directory(data.toFile());
            bash.environment().put("simulator", simulator.address());
            Process shell = bash.start();
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // Then
            assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(shell.exitValue()).as(output).isZero();
            assertThat(output)
                    .contains(
                            "#microsoft.graph.user",
                            "MS=ms",
                            "domain new.example is added",
                            "+smtp:first-room@fabrikam.example",
                            "+FullAccess for bjorn.abel@fabrikam.example",
                            "SMTP:Firstwave@fabrikam.example");
        }
    }

    private static String session() throws IOException {
        Matcher session = SESSION.matcher(Files.readString(DOCUMENT));
        assertThat(session.find()).isTrue();
        return session.group(1);
    }
}
