package dev.caravan.simulator.dns.transfer;

import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Serial;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneChange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/// Fetches what has changed in a zone from another server.
public final class Incoming {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Incoming() {}

    /// What came of it.
    public sealed interface Fetched {

        /// Nothing has changed.
        record Current() implements Fetched {}

        /// @param changes at least one, each starting where the one before ended
        record Changes(List<ZoneChange> changes) implements Fetched {}

        /// The whole zone, for its changes could not be had.
        record Whole(Zone zone) implements Fetched {}

        /// Nothing came.
        record Failed(String reason) implements Fetched {}
    }

    /// Asks a server for all that has changed since a serial.
    public static Fetched since(Name origin, Serial serial, InetSocketAddress server, TSIG key) {
        ZoneTransferIn transfer = ZoneTransferIn.newIXFR(origin, serial.value(), false, server, key);
        transfer.setTimeout(PATIENCE);
        Collecting collecting = new Collecting();
        try {
            transfer.run(collecting);
            return collecting.fetched(origin);
        } catch (IOException | ZoneTransferException | IllegalArgumentException e) {
            return new Fetched.Failed(String.valueOf(e.getMessage()));
        }
    }

    /// Puts the records of a transfer where they belong.
    private static final class Collecting implements ZoneTransferIn.ZoneTransferHandler {

        private final Map<List<Object>, List<Record>> whole = new LinkedHashMap<>();
        private final List<Difference> differences = new ArrayList<>();
        private boolean begun;
        private boolean incremental;
        private boolean adding;

        @Override
        public void startAXFR() {
            begun = true;
        }

        @Override
        public void startIXFR() {
            begun = true;
            incremental = true;
        }

        @Override
        public void startIXFRDeletes(Record soa) {
            differences.add(new Difference((SOARecord) soa));
            adding = false;
        }

        @Override
        public void startIXFRAdds(Record soa) {
            differences.getLast().after = (SOARecord) soa;
            adding = true;
        }

        @Override
        public void handleRecord(Record record) {
            if (!incremental) {
                whole.computeIfAbsent(List.of(record.getName(), record.getType()), key -> new ArrayList<>())
                        .add(record);
            } else if (record.getType() != Type.SOA) {
                Difference difference = differences.getLast();
                (adding ? difference.added : difference.removed).add(record);
            }
        }

        Fetched fetched(Name origin) {
            if (!begun) {
                return new Fetched.Current();
            }
            return incremental
                    ? new Fetched.Changes(
                            differences.stream().map(Difference::change).toList())
                    : new Fetched.Whole(Zone.of(origin, sets()));
        }

        private List<RecordSet> sets() {
            return whole.values().stream()
                    .map(records -> new RecordSet(
                            records.getFirst().getName(),
                            records.getFirst().getType(),
                            records.getFirst().getTTL(),
                            records))
                    .toList();
        }
    }

    private static final class Difference {

        private final SOARecord before;
        private SOARecord after;
        private final List<Record> removed = new ArrayList<>();
        private final List<Record> added = new ArrayList<>();

        Difference(SOARecord before) {
            this.before = before;
            this.after = before;
        }

        ZoneChange change() {
            return new ZoneChange(before, after, removed, added);
        }
    }
}
