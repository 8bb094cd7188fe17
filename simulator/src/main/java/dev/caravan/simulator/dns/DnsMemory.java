package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.server.Fleet;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Recalling;
import dev.caravan.simulator.journal.UnusableDataException;
import java.util.Set;

/// Brings the zones, at their primaries and at their secondaries, to where an earlier process left them.
final class DnsMemory implements Recalling {

    private final Fleet fleet;

    DnsMemory(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Set<String> kinds() {
        return Fleet.KINDS;
    }

    @Override
    public void recall(Entry entry) {
        try {
            fleet.recall(entry.kind(), entry.data());
        } catch (IllegalArgumentException e) {
            throw new UnusableDataException("the kept state does not fit the worlds: " + e.getMessage());
        }
    }
}
