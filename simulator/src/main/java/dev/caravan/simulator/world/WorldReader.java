package dev.caravan.simulator.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads worlds from their folders.
public final class WorldReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Reads a world.
    public World read(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new World(name, files, tenant(files, Side.SOURCE), tenant(files, Side.DESTINATION));
    }

    private static Tenant tenant(SortedMap<String, byte[]> files, Side side) {
        String folder = side.folder() + "/";
        Map<String, List<JsonLine>> objects = new HashMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(folder) && path.endsWith(".jsonl")) {
                objects.put(path.substring(folder.length(), path.length() - ".jsonl".length()), lines(bytes));
            }
        });
        JsonNode description = JSON.readTree(files.getOrDefault(folder + "tenant.json", new byte[0]));
        return new Tenant(side, description, objects);
    }

    private static List<JsonLine> lines(byte[] bytes) {
        List<JsonLine> lines = new ArrayList<>();
        int number = 0;
        for (String text : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (!text.isBlank()) {
                lines.add(new JsonLine(number, JSON.readTree(text)));
            }
        }
        return lines;
    }
}
