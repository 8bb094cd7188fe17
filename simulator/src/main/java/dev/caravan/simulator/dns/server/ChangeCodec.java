package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes of zones as the journal keeps them: records as lines of a master file.
final class ChangeCodec {

    private ChangeCodec() {}

    static JsonNode write(Name zone, ZoneChange change) {
        ObjectNode data = JsonMapper.shared().createObjectNode();
        data.put("zone", zone.toString(true))
                .put("from", change.from().value())
                .put("soa", Records.line(change.after()));
        ArrayNode removed = data.putArray("removed");
        change.removed().forEach(record -> removed.add(Records.line(record)));
        ArrayNode added = data.putArray("added");
        change.added().forEach(record -> added.add(Records.line(record)));
        return data;
    }

    /// Reads a change of a zone.
    ///
    /// @throws IllegalArgumentException if the change is not one of this version
    static ZoneChange read(Zone zone, JsonNode data) {
        if (data.path("from").asLong() != zone.serial().value()) {
            throw new IllegalArgumentException("zone " + zone.origin() + " has serial " + zone.serial()
                    + ", the kept change starts from " + data.path("from").asLong());
        }
        SOARecord after = (SOARecord) record(data.path("soa").asString());
        return new ZoneChange(zone.soa(), after, records(data.path("removed")), records(data.path("added")));
    }

    private static List<Record> records(JsonNode lines) {
        List<Record> records = new ArrayList<>();
        lines.forEach(line -> records.add(record(line.asString())));
        return records;
    }

    private static Record record(String line) {
        String[] words = line.split(" ", 5);
        try {
            return Records.read(
                    Names.absolute(words[0]), Type.value(words[3]), Long.parseLong(words[1]), words[4], Name.root);
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a record: " + line, e);
        }
    }
}
