package dev.caravan.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCachesTests {

    private static final String OUTPUT = "-XX:AOTCacheOutput=";

    @TempDir
    private Path folder;

    private StartupCaches caches;
    private Program program;

    @BeforeEach
    void aProgram() {
        caches = new StartupCaches(folder.resolve("aot"));
        program = new Program(
                "program",
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(jarOf(Test.class)),
                "no.such.Main",
                List.of("-XX:+UseSerialGC"),
                List.of(),
                List.of(),
                () -> true);
    }

    @Test
    void a_recorded_cache_is_used_once_a_jvm_has_accepted_it() throws IOException, InterruptedException {
        // Given
        run(caches.recordingAnew(program));
        var before = caches.has(program);

        // When
        var adopted = caches.adopt(program);

        // Then
        assertThat(before).as("a draft is no cache").isFalse();
        assertThat(adopted).isTrue();
        assertThat(caches.has(program)).isTrue();
        assertThat(caches.using(program).jvmFlags())
                .anySatisfy(flag -> assertThat(flag).startsWith("-XX:AOTCache="));
    }

    @Test
    void a_cache_cut_short_is_thrown_away_and_the_program_starts_without() throws IOException, InterruptedException {
        // Given
        var recording = caches.recordingAnew(program);
        run(recording);
        var draft = draft(recording);
        Files.write(draft, Arrays.copyOf(Files.readAllBytes(draft), 1_000_000));

        // When
        var adopted = caches.adopt(program);

        // Then
        assertThat(adopted).isFalse();
        assertThat(draft).doesNotExist();
        assertThat(caches.using(program)).isEqualTo(program);
    }

    @Test
    void nothing_recorded_is_nothing_adopted() throws IOException, InterruptedException {
        // When
        caches.recordingAnew(program);

        // Then
        assertThat(caches.adopt(program)).isFalse();
        assertThat(caches.using(program)).isEqualTo(program);
    }

    private static void run(Program recording) throws IOException, InterruptedException {
        var log = draft(recording).resolveSibling("recording.log");
        var status = new ProcessBuilder(recording.trial())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(status).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static Path draft(Program recording) {
        return recording.jvmFlags().stream()
                .filter(flag -> flag.startsWith(OUTPUT))
                .map(flag -> Path.of(flag.substring(OUTPUT.length())))
                .findFirst()
                .orElseThrow();
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
