package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An image of ours, running as Docker would run it as far as the kernel lets us without Docker: its own files as the
/// root of a read-only file system, its user, no capabilities, the environment and limits of the Compose file.
final class Container implements AutoCloseable {

    private static final Path SCRIPT = Path.of("src/test/sh/contained.sh").toAbsolutePath();
    private static final String JAVA_HOME = System.getProperty("java.home");

    private final Process process;
    private final Path folder;
    private final Dockerfile image;

    private Container(Process process, Path folder, Dockerfile image) {
        this.process = process;
        this.folder = folder;
        this.image = image;
    }

    /// @param folder where its files are laid out
    /// @param service of the Compose file
    /// @param environment of the container, and nothing else
    static Container start(
            Path folder, Dockerfile image, JsonNode service, Map<String, String> environment, List<String> arguments)
            throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        image.layOut(Path.of(".."), root);
        String mounted = ComposeFile.volume(service);
        Path volume = volume(folder, image, mounted);
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!isRoot()) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("sh", SCRIPT.toString(), root.toString(), JAVA_HOME, ComposeFile.tmpfs(service)));
        command.addAll(List.of(volume.toString(), mounted, isRoot() ? image.user() : ""));
        command.addAll(image.entrypoint());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("output").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", JAVA_HOME + "/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        return new Container(builder.start(), folder, image);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// What it has printed so far.
    String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A line of what the kernel says of the process.
    String status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    /// What its image consists of, with what would change if anything wrote there.
    Map<String, String> files() throws IOException {
        Map<String, String> found = new TreeMap<>();
        Path own = Dockerfile.below(folder.resolve("root"), image.workingDirectory());
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.toList()) {
                found.put(own.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return found;
    }

    /// What it keeps across restarts.
    Path volume() {
        return folder.resolve("volume");
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(this::output).isTrue();
        return process.exitValue();
    }

    /// As `docker stop` does at first.
    int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /// A volume takes over the owner of the folder that it is mounted on, which is root unless the image says
    /// otherwise.
    private static Path volume(Path folder, Dockerfile image, String mounted) throws IOException {
        Path volume = Files.createDirectories(folder.resolve("volume"));
        if (isRoot() && image.owned().contains(mounted)) {
            String[] ids = image.user().split(":");
            Files.setAttribute(volume, "unix:uid", Integer.valueOf(ids[0]));
            Files.setAttribute(volume, "unix:gid", Integer.valueOf(ids[1]));
        }
        return volume;
    }
}
