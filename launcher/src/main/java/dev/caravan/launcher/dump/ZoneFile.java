package dev.caravan.launcher.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/// A zone as a master file holds it.
///
/// @param apex its name with the final dot
/// @param recordSets by `<name> <type>`, names in lower case with their final dot; without the SOA, whose serial moves
/// @param nameServers names of the primary and of all others
public record ZoneFile(String apex, SortedMap<String, RecordSet> recordSets, SortedSet<String> nameServers) {

    private static final String SUFFIX = ".zone";

    /// Zone name, without the final dot, and file of every zone of a world.
    public static SortedMap<String, Path> in(Path world) throws IOException {
        var folder = world.resolve("dns");
        if (!Files.isDirectory(folder)) {
            return new TreeMap<>();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .collect(Collectors.toMap(ZoneFile::zoneName, file -> file, (a, _) -> a, TreeMap::new));
        }
    }

    public static ZoneFile read(Path file) throws IOException {
        var recordSets = new TreeMap<String, RecordSet>();
        var nameServers = new TreeSet<String>();
        var origin = Name.fromString(zoneName(file) + ".");
        try (var in = Files.newInputStream(file);
                var master = new Master(in, origin)) {
            for (var record = master.nextRecord(); record != null; record = master.nextRecord()) {
                switch (record) {
                    case SOARecord soa -> nameServers.add(written(soa.getHost()));
                    case NSRecord server -> {
                        nameServers.add(written(server.getTarget()));
                        add(recordSets, record);
                    }
                    default -> add(recordSets, record);
                }
            }
        }
        return new ZoneFile(written(origin), recordSets, nameServers);
    }

    /// Whether `<name> <type>` lies in this zone.
    boolean holds(String key) {
        var name = key.substring(0, key.lastIndexOf(' ')).toLowerCase(Locale.ROOT);
        return name.equals(apex) || name.endsWith("." + apex);
    }

    /// Answers of a server in the same shape.
    static RecordSet of(List<Record> records) {
        return new RecordSet(
                records.getFirst().getTTL(),
                records.stream().map(Record::rdataToString).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void add(SortedMap<String, RecordSet> recordSets, Record record) {
        var key = written(record.getName()) + " " + Type.string(record.getType());
        recordSets.merge(key, of(List.of(record)), (one, other) -> {
            var values = new TreeSet<>(one.values());
            values.addAll(other.values());
            return new RecordSet(one.ttlSeconds(), values);
        });
    }

    private static String written(Name name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static String zoneName(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
