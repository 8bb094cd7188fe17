package dev.caravan.launcher.demo;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where the processes of a demo keep their files. A folder with anything else in it is never touched.
public final class DataDirectory {

    private static final Duration LAST_BREATH = Duration.ofSeconds(10);
    private static final String MARK = "processes.json";

    private final Path folder;

    private DataDirectory(Path folder) {
        this.folder = folder;
    }

    /// An empty folder: a new one, or one that an earlier demo has left.
    public static DataDirectory fresh(Path folder) {
        var directory = new DataDirectory(folder.toAbsolutePath().normalize());
        try {
            directory.clear();
            Files.createDirectories(directory.folder);
            Files.writeString(directory.folder.resolve(MARK), "[]");
            return directory;
        } catch (IOException failure) {
            throw new Unusable("The directory " + folder + " cannot be used: " + failure.getMessage(), failure);
        }
    }

    public Path path() {
        return folder;
    }

    /// Removes everything.
    public void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var content = list();
        if (content.isEmpty()) {
            return;
        }
        if (!content.contains(folder.resolve(MARK))) {
            throw new Unusable("The directory " + folder + " holds something else: name an empty one with --data.");
        }
        requireNobodyThere();
        delete();
    }

    private List<Path> list() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// Processes whose launcher was killed end by themselves within seconds.
    private void requireNobodyThere() throws IOException {
        for (var entry : Web.JSON.readTree(Files.readString(folder.resolve(MARK)))) {
            var process = ProcessHandle.of(entry.path("pid").asLong()).filter(this::isOurs);
            if (process.isPresent() && !endsSoon(process.get())) {
                throw new Unusable("Another demo runs in " + folder + " (process " + entry.path("pid")
                        + "): stop it, or name another directory with --data.");
            }
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(folder.toString()))
                .isPresent();
    }

    private static boolean endsSoon(ProcessHandle process) {
        try {
            process.onExit().get(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
