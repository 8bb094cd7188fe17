package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Worlds that demos are tried on.
final class Worlds {

    /// The world that ships with the simulator.
    static final Path SAMPLE = Path.of("../simulator/src/main/resources/worlds/fabrikam-to-contoso");

    private static final Pattern BYTES = Pattern.compile("\\(([\\d,]+) bytes\\)");

    private Worlds() {}

    /// The world that ships, somewhere else, to be altered.
    static Path copy(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.toList()) {
                Path copy = where.resolve(SAMPLE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return where;
    }

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

    /// Everything in a world but its zones and what the simulator adds of its own, by path. Statistics of mailboxes are
    /// given as they were before letters arrived, as these come whatever a run does.
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
                    boolean statistics = path.endsWith("mailboxStatistics.jsonl");
                    contents.put(path, statistics ? withoutArrivals(file) : Files.readString(file));
                }
            }
        }
        return contents;
    }

    /// How many items of how many bytes each mailbox had before anything arrived.
    private static String withoutArrivals(Path statistics) throws IOException {
        Map<String, List<JsonNode>> arrived =
                TenantFiles.lines(statistics.resolveSibling("mailboxItems.state.jsonl")).stream()
                        .collect(Collectors.groupingBy(
                                item -> item.path("mailbox").asString()));
        return TenantFiles.lines(statistics).stream()
                .map(row ->
                        before(row, arrived.getOrDefault(row.path("Identity").asString(), List.of())))
                .collect(Collectors.joining("\n"));
    }

    private static String before(JsonNode row, List<JsonNode> arrived) {
        long items = row.path("ItemCount").asLong() - arrived.size();
        Matcher size = BYTES.matcher(row.path("TotalItemSize").asString());
        assertThat(size.find()).as("%s tells its size", row).isTrue();
        long bytes = Long.parseLong(size.group(1).replace(",", ""))
                - arrived.stream().mapToLong(item -> item.path("size").asLong()).sum();
        return row.path("Identity").asString() + " " + items + " " + bytes;
    }
}
