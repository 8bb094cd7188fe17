package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Worlds that demos are tried on.
final class Worlds {

    /// The world that ships with the simulator.
    static final Path SAMPLE = Path.of("../simulator/src/main/resources/worlds/fabrikam-to-contoso");

    private Worlds() {}

    /// A world of that seed, made by the launcher's own command.
    static Path generated(Path folder, int seed, int mailboxes) throws IOException, InterruptedException {
        Path world = folder.resolve("world-" + seed);
        LaunchedDemo.Finished made = LaunchedDemo.run(
                Files.createDirectories(folder.resolve("making-" + seed)),
                "world",
                "--seed",
                Integer.toString(seed),
                "--mailboxes",
                Integer.toString(mailboxes),
                world.toString());
        assertThat(made.status()).as(made.output()).isZero();
        return world;
    }

    /// Everything in a world but its zones and what the simulator adds of its own, by path.
    static Map<String, String> filesBesideZones(Path world) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(world)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = world.relativize(file).toString();
                boolean own = path.endsWith(".state.jsonl")
                        || path.equals("calls.jsonl")
                        || path.equals("messages.jsonl")
                        || path.startsWith("dns/");
                if (!own) {
                    contents.put(path, Files.readString(file));
                }
            }
        }
        return contents;
    }
}
