package dev.caravan.launcher.simulation;

import dev.caravan.launcher.web.Web;
import dev.caravan.launcher.zone.RecordKey;
import dev.caravan.launcher.zone.RecordSet;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The portal of a DNS host, in the hands of the person whose credential it is.
public final class Portal {

    private static final String SOA = "SOA";
    private static final int SERIAL = 2;

    private final Web web;

    Portal(Web web) {
        this.web = web;
    }

    /// A zone as the portal shows it.
    ///
    /// @param recordSets by `<name> <type>`, the SOA among them
    public record Shown(String zone, SortedMap<String, RecordSet> recordSets) {

        /// As the SOA's third value says it; empty when none is shown.
        public String serial() {
            return values(SOA).stream()
                    .map(value -> value.split(" ", -1))
                    .filter(parts -> parts.length > SERIAL)
                    .map(parts -> parts[SERIAL])
                    .findFirst()
                    .orElse("");
        }

        /// Names of the primary and of all others.
        public SortedSet<String> nameServers() {
            var servers = new TreeSet<>(values("NS"));
            values(SOA).forEach(value -> servers.add(value.split(" ", 2)[0]));
            return servers;
        }

        private SortedSet<String> values(String type) {
            var apex = recordSets.get(RecordKey.of(zone + " " + type));
            return apex == null ? new TreeSet<>() : apex.values();
        }
    }

    public Shown zone(String zone) throws IOException {
        var recordSets = new TreeMap<String, RecordSet>();
        for (var shown : web.get("/portal/dns/zones/" + zone).orThrow().path("rrsets")) {
            var key = RecordKey.of(
                    shown.path("name").asString() + " " + shown.path("type").asString());
            recordSets.put(key, new RecordSet(shown.path("ttl").asLong(), RecordSet.canonical(key, texts(shown))));
        }
        return new Shown(zone, recordSets);
    }

    public void put(String zone, String key, RecordSet recordSet) throws IOException {
        web.put(path(zone, key), Map.of("ttl", recordSet.ttlSeconds(), "values", List.copyOf(recordSet.values())))
                .orThrow();
    }

    public void delete(String zone, String key) throws IOException {
        web.delete(path(zone, key)).orThrow();
    }

    private static List<String> texts(JsonNode recordSet) {
        return recordSet.path("values").valueStream().map(JsonNode::asString).toList();
    }

    private static String path(String zone, String key) {
        var name = RecordKey.name(key);
        return "/portal/dns/zones/%s/rrsets/%s/%s"
                .formatted(zone, encoded(name.substring(0, name.length() - 1)), encoded(RecordKey.type(key)));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
