package dev.caravan.simulator.dns.zone;

import java.util.List;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/// What makes one version of a zone the next, in the terms of RFC 1995: a changed time to live is a removal and an
/// addition.
///
/// @param removed without the SOA
/// @param added without the SOA
public record ZoneChange(SOARecord before, SOARecord after, List<Record> removed, List<Record> added) {

    /// Takes copies.
    public ZoneChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /// The serial that it starts from.
    public Serial from() {
        return new Serial(before.getSerial());
    }

    /// The serial that it leads to.
    public Serial to() {
        return new Serial(after.getSerial());
    }

    /// What leads back.
    public ZoneChange inverse() {
        return new ZoneChange(after, before, added, removed);
    }

    /// How many records it names.
    public int size() {
        return removed.size() + added.size();
    }
}
