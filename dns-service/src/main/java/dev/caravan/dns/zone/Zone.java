package dev.caravan.dns.zone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A zone as its primary server holds it at one serial.
public record Zone(DomainName apex, long serial, SortedMap<RecordKey, RecordSet> recordSets) {

    public Zone {
        recordSets = Collections.unmodifiableSortedMap(new TreeMap<>(recordSets));
    }

    public static Zone of(DomainName apex, long serial, Collection<RecordSet> recordSets) {
        SortedMap<RecordKey, RecordSet> byKey = new TreeMap<>();
        recordSets.forEach(recordSet -> byKey.put(recordSet.key(), recordSet));
        return new Zone(apex, serial, byKey);
    }

    public Optional<RecordSet> find(RecordKey key) {
        return Optional.ofNullable(recordSets.get(key));
    }

    /// SHA-256 over all RRsets of the zones but their SOA, in canonical order: equal exactly when the zones say the
    /// same.
    public static String digest(List<Zone> zones) {
        MessageDigest sha = sha256();
        zones.stream()
                .flatMap(zone -> zone.recordSets.values().stream())
                .filter(recordSet -> !recordSet.key().type().equals("SOA"))
                .map(recordSet -> recordSet + "\n")
                .forEach(line -> sha.update(line.getBytes(UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
