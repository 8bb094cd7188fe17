package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that is not ours, run to its end.
final class Tool {

    private Tool() {}

    /// What the program printed; it must end with status 0.
    static String output(Path folder, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "tool", ".out");
        Path errors = Files.createTempFile(folder, "tool", ".err");
        Process process = new ProcessBuilder(List.of(command))
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(() -> String.join(" ", command) + ": " + read(errors) + read(out))
                .isZero();
        return Files.readString(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
