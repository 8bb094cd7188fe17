package dev.caravan.simulator.dns.zone;

import dev.caravan.simulator.dns.master.MasterFile;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.ZoneFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Zones for tests, written as master files.
public final class ZoneFixture {

    public static final String HEAD = """
            $TTL 3600
            @ IN SOA ns1 hostmaster 2026112001 7200 900 1209600 300
            @ IN NS ns1
            @ IN NS ns2
            ns1 IN A 127.0.0.1
            ns2 IN A 127.0.0.2
            """;

    private ZoneFixture() {}

    /// A zone `fabrikam.example` with a head of its own and these lines.
    public static Zone zone(String lines) {
        return file("fabrikam.example", HEAD + lines).zone();
    }

    public static MasterFile file(String domain, String text) {
        ZoneFile file = new ZoneFile(DomainName.parse(domain), "dns/" + domain + ".zone", text);
        return switch (MasterFile.read(file)) {
            case MasterFile.Reading.Readable readable -> readable.file();
            case MasterFile.Reading.Broken broken ->
                throw new IllegalArgumentException(broken.problems().toString());
        };
    }

    public static Name name(String text) {
        return Names.absolute(text.endsWith(".") ? text : text + ".fabrikam.example.");
    }

    public static Record record(String name, long ttl, String type, String data) {
        try {
            return Records.read(name(name), Type.value(type), ttl, data, Names.absolute("fabrikam.example."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> lines(Zone zone) {
        return zone.records().map(Records::line).sorted().toList();
    }

    /// What an edit makes of a zone.
    public static Zone edited(Zone zone, java.util.function.Consumer<ZoneEdit> edits) {
        ZoneEdit edit = zone.edit();
        edits.accept(edit);
        return edit.change().map(zone::after).orElse(zone);
    }
}
