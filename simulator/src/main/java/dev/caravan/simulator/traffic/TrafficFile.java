package dev.caravan.simulator.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A line for each call, handed to the operating system at once and before the call is answered.
final class TrafficFile implements AutoCloseable {

    private final OutputStream file;

    private TrafficFile(OutputStream file) {
        this.file = file;
    }

    /// Goes on where an earlier simulator ended.
    static TrafficFile open(@Nullable Path file) {
        try {
            return new TrafficFile(Files.newOutputStream(
                    Objects.requireNonNull(file, "simulator.graph.traffic: the file's name is missing"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("simulator.graph.traffic: " + file + " cannot be written", e);
        }
    }

    synchronized void append(JsonNode call) throws IOException {
        file.write((call + "\n").getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
