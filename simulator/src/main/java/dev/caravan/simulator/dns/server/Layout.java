package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// Which server has which loopback address: the primary of a zone, which is the server that its SOA names, 127.0.0.1,
/// and its k-th other server 127.0.0.(1+k). A server has one address for all zones, so one that an earlier zone has
/// placed keeps its place.
///
/// @param addresses by the server's name, in the order in which they were found
/// @param places by the zone's name
record Layout(Map<Name, String> addresses, Map<Name, Place> places) {

    static Layout of(Collection<Zone> zones) {
        Layout layout = new Layout(new LinkedHashMap<>(), new LinkedHashMap<>());
        zones.forEach(layout::place);
        return layout;
    }

    private void place(Zone zone) {
        List<Name> servers = servers(zone);
        Name named = zone.soa().getHost();
        Name first = servers.contains(named) ? named : servers.getFirst();
        String primary = addresses.computeIfAbsent(first, _ -> address(0));
        addresses.putIfAbsent(named, primary);
        Set<String> secondaries = new LinkedHashSet<>();
        int number = 0;
        for (Name server : servers) {
            if (!server.equals(first)) {
                int next = ++number;
                secondaries.add(addresses.computeIfAbsent(server, _ -> address(next)));
            }
        }
        secondaries.remove(primary);
        places.put(zone.origin(), new Place(primary, List.copyOf(secondaries)));
    }

    private static List<Name> servers(Zone zone) {
        List<Name> servers = new ArrayList<>();
        for (RecordSet set : zone.at(zone.origin())) {
            if (set.type() == Type.NS) {
                set.records().forEach(record -> servers.add(((NSRecord) record).getTarget()));
            }
        }
        return servers;
    }

    private static String address(int number) {
        return "127.0.0." + (1 + number);
    }

    /// Where a zone is served.
    record Place(String primary, List<String> secondaries) {}
}
