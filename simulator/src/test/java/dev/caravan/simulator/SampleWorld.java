package dev.caravan.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The world that the simulator ships, and copies of it to break.
public final class SampleWorld {

    public static final Path FOLDER = Path.of("src/main/resources/worlds/fabrikam-to-contoso");

    private SampleWorld() {}

    public static Path copyTo(Path parent) throws IOException {
        Path folder = parent.resolve("fabrikam-to-contoso");
        for (var file : filesOf(FOLDER).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    public static void change(Path folder, String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        String before = Files.exists(path) ? Files.readString(path) : "";
        Files.writeString(path, change.apply(before));
    }

    /// Every file's text by its path.
    public static SortedMap<String, String> filesOf(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString();
                files.put(name, new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    public static List<Path> alone() {
        return List.of(FOLDER);
    }
}
