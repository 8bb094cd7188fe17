package dev.caravan.simulator.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The simulator's memory: `journal.jsonl`, a line per change, each an array of entries that happened together.
///
/// A line is handed to the operating system before its change is answered, so it outlives a killed process; it is not
/// forced to the disk, so the simulator does not promise to outlive its machine. An unfinished last line is cut off.
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final FileChannel lock;
    private final FileChannel channel;

    private Journal(Path file, FileChannel lock, FileChannel channel) {
        this.file = file;
        this.lock = lock;
        this.channel = channel;
    }

    /// Opens the journal in a directory, and creates both where they are missing.
    public static Journal open(Path directory) {
        Path file = directory.resolve("journal.jsonl");
        try {
            Files.createDirectories(directory);
            FileChannel lock = lock(directory);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(endOfLastLine(channel));
            channel.position(channel.size());
            return new Journal(file, lock, channel);
        } catch (IOException e) {
            throw new UnusableDataException(directory + " cannot hold the simulator's state: " + e.getMessage());
        }
    }

    /// Keeps changes that happened together: after a crash either all of them are recalled or none.
    public void append(Entry... entries) {
        append(List.of(entries));
    }

    /// Keeps changes that happened together: after a crash either all of them are recalled or none.
    public void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        ArrayNode line = JSON.createArrayNode();
        for (Entry entry : entries) {
            line.addObject().put("kind", entry.kind()).set("data", entry.data());
        }
        write(ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /// Hands over all entries in the order of writing.
    public void replay(Consumer<Entry> reader) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (JsonNode entry : JSON.readTree(line)) {
                    reader.accept(new Entry(entry.path("kind").asString(), entry.path("data")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void write(ByteBuffer line) {
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file of its own, because reading the journal through another channel would give a lock on it away.
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel lock = FileChannel.open(
                directory.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            LOG.atDebug().setCause(e).log("The other simulator is in this very process");
        }
        lock.close();
        throw new UnusableDataException(directory + " is in use by another simulator");
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
