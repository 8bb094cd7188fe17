package dev.caravan.dns.tenant.m365;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.caravan.dns.wire.Presentation;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// DNS records as Graph writes them, as record sets.
final class DomainRecords {

    /// What these records say where nothing else is said, in seconds.
    static final long TTL = 3600;

    private DomainRecords() {}

    /// A value of one record.
    private record Value(RecordKey key, String text) {}

    /// Kinds of records that are not known are left out: nobody can write them.
    static List<RecordSet> recordSets(List<ObjectNode> records) {
        return records.stream()
                .flatMap(record -> value(record).stream())
                .collect(groupingBy(Value::key, TreeMap::new, mapping(Value::text, toList())))
                .entrySet()
                .stream()
                .map(entry -> new RecordSet(entry.getKey(), TTL, entry.getValue()))
                .toList();
    }

    static Optional<String> text(ObjectNode record) {
        return record.path("recordType").asString("").equalsIgnoreCase("Txt")
                ? record.path("text").stringValueOpt()
                : Optional.empty();
    }

    private static Optional<Value> value(ObjectNode record) {
        var owner = DomainName.parse(record.path("label").asString());
        return switch (record.path("recordType").asString("")) {
            case "Mx" -> value(owner, "MX", record.path("preference").asInt() + " " + host(record, "mailExchange"));
            case "Txt" ->
                value(owner, "TXT", Presentation.text(record.path("text").asString()));
            case "CName" -> value(owner, "CNAME", host(record, "canonicalName"));
            case "Srv" ->
                value(
                        owner,
                        "SRV",
                        "%d %d %d %s"
                                .formatted(
                                        record.path("priority").asInt(),
                                        record.path("weight").asInt(),
                                        record.path("port").asInt(),
                                        host(record, "nameTarget")));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> value(DomainName owner, String type, String text) {
        return Optional.of(new Value(new RecordKey(owner, type), text));
    }

    private static String host(ObjectNode record, String property) {
        return DomainName.parse(record.path(property).asString()).text();
    }
}
