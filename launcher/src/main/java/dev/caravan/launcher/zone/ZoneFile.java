package dev.caravan.launcher.zone;

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
/// @param serial of its SOA
/// @param recordSets by `<name> <type>`, names in lower case with their final dot; the SOA's serial reads 0
/// @param nameServers names of the primary and of all others
public record ZoneFile(
        String apex, long serial, SortedMap<String, RecordSet> recordSets, SortedSet<String> nameServers) {

    public static final String SUFFIX = ".zone";

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
        var serial = 0L;
        var origin = Name.fromString(zoneName(file) + ".");
        try (var in = Files.newInputStream(file);
                var master = new Master(in, origin)) {
            for (var record = master.nextRecord(); record != null; record = master.nextRecord()) {
                switch (record) {
                    case SOARecord soa -> {
                        nameServers.add(written(soa.getHost()));
                        serial = soa.getSerial();
                        add(recordSets, numberless(soa));
                    }
                    case NSRecord server -> {
                        nameServers.add(written(server.getTarget()));
                        add(recordSets, record);
                    }
                    default -> add(recordSets, record);
                }
            }
        }
        return new ZoneFile(written(origin), serial, recordSets, nameServers);
    }

    /// Whether `<name> <type>` lies in this zone.
    public boolean holds(String key) {
        return holds(apex, RecordKey.name(key));
    }

    /// Whether a name lies in or below a zone; both with their final dot.
    public static boolean holds(String apex, String name) {
        return name.equals(apex) || name.endsWith("." + apex);
    }

    /// The same SOA, whatever its serial.
    private static Record numberless(SOARecord soa) {
        return new SOARecord(
                soa.getName(),
                soa.getDClass(),
                soa.getTTL(),
                soa.getHost(),
                soa.getAdmin(),
                0,
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                soa.getMinimum());
    }

    private static void add(SortedMap<String, RecordSet> recordSets, Record record) {
        var key = written(record.getName()) + " " + Type.string(record.getType());
        recordSets.merge(key, RecordSet.of(List.of(record)), (one, other) -> {
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
