package dev.caravan.simulator.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a world's folder.
final class WorldFiles {

    private WorldFiles() {}

    /// Reads every file below a folder.
    static SortedMap<String, byte[]> read(Path folder, List<Problem> problems) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            String what = Files.exists(folder) ? "is not a folder" : "there is no such folder";
            problems.add(new Problem("", 0, what + ", but a world is expected here"));
            return files;
        }
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readAllBytes(path));
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(new Problem("", 0, "cannot be read: " + e.getMessage()));
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem("", 0, "is empty, but a world is expected here"));
        }
        return files;
    }
}
