package dev.caravan.dns.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.Zone;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.util.ArrayList;
import java.util.List;

/// Reads zones whole and tells what is in them, in parts that fit into an event.
final class CapturingZones implements Asking<DnsCommand.CaptureZone, DnsFact> {

    /// What one event carries at most, in bytes of text.
    private static final int PART_BYTES_MAX = 192 * 1024;

    private final Zones zones;

    CapturingZones(Zones zones) {
        this.zones = zones;
    }

    @Override
    public Outcome<DnsFact> ask(DnsCommand.CaptureZone command, Call call, Telling<DnsFact> telling) {
        return zones.holding(command.domains(), call).map(held -> {
            held.forEach(one -> tell(one.zone(), telling));
            return captured(held);
        });
    }

    private static DnsFact captured(List<HeldDomains> held) {
        return new DnsFact.ZoneCaptured(
                held.stream().map(one -> one.zone().apex()).toList(),
                held.stream().mapToInt(one -> one.zone().recordSets().size()).sum(),
                Zone.digest(held.stream().map(HeldDomains::zone).toList()),
                HeldDomains.ttlSecondsMax(held));
    }

    private static void tell(Zone zone, Telling<DnsFact> telling) {
        List<RecordSet> part = new ArrayList<>();
        int number = 0;
        int bytes = 0;
        for (RecordSet recordSet : zone.recordSets().values()) {
            int more = recordSet.toString().getBytes(UTF_8).length;
            if (!part.isEmpty() && bytes + more > PART_BYTES_MAX) {
                telling.tell(new DnsFact.ZoneRead(zone.apex(), zone.serial(), number++, List.copyOf(part)));
                part.clear();
                bytes = 0;
            }
            part.add(recordSet);
            bytes += more;
        }
        telling.tell(new DnsFact.ZoneRead(zone.apex(), zone.serial(), number, List.copyOf(part)));
    }
}
