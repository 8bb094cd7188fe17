package dev.caravan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Zone files of worlds as a stranger reads them.
final class ZoneFiles {

    private ZoneFiles() {}

    /// The zone files of a world.
    static List<Path> of(Path world) throws IOException {
        try (Stream<Path> files = Files.list(world.resolve("dns"))) {
            return files.filter(file -> file.toString().endsWith(".zone"))
                    .sorted()
                    .toList();
        }
    }

    /// All records but the SOA, one line each with owner, TTL, type and value.
    static SortedSet<String> records(Path file) {
        SortedSet<String> lines = new TreeSet<>();
        for (Record found : read(file)) {
            if (found.getType() != Type.SOA) {
                lines.add("%s %d %s %s"
                        .formatted(
                                found.getName(), found.getTTL(), Type.string(found.getType()), found.rdataToString()));
            }
        }
        return lines;
    }

    /// The TTL of an RRset, in seconds.
    static long ttl(Path file, String owner, int type) {
        return read(file).stream()
                .filter(found -> found.getName().toString().equals(owner) && found.getType() == type)
                .mapToLong(Record::getTTL)
                .findFirst()
                .orElseThrow();
    }

    private static List<Record> read(Path file) {
        String zone = file.getFileName().toString().replaceFirst("\\.zone$", ".");
        try (Master master = new Master(file.toString(), Name.fromString(zone))) {
            List<Record> records = new ArrayList<>();
            for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
                records.add(next);
            }
            return records;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
