package dev.caravan.simulator.dns.transfer;

import dev.caravan.simulator.dns.answer.Answers;
import dev.caravan.simulator.dns.answer.ServedZone;
import dev.caravan.simulator.dns.zone.Serial;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneChange;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/// What a transfer consists of, and how it is cut into messages.
public final class Outgoing {

    private static final int MESSAGE_BYTES = 16_000;

    private Outgoing() {}

    /// A whole zone: the SOA, everything else, the SOA.
    public static Stream<Record> whole(Zone zone) {
        return Stream.concat(zone.records(), Stream.of(zone.soa()));
    }

    /// What has changed since a serial; the SOA alone if nothing has, and the whole zone if that is too long ago.
    public static Stream<Record> since(ServedZone.Version version, Serial serial) {
        SOARecord soa = version.zone().soa();
        if (!version.zone().serial().isAfter(serial)) {
            return Stream.of(soa);
        }
        Optional<List<ZoneChange>> changes = version.history().since(serial);
        if (changes.isEmpty()) {
            return whole(version.zone());
        }
        Stream<Record> differences = changes.get().stream().flatMap(Outgoing::difference);
        return Stream.concat(Stream.concat(Stream.of(soa), differences), Stream.of(soa));
    }

    private static Stream<Record> difference(ZoneChange change) {
        return Stream.concat(
                Stream.concat(Stream.of(change.before()), change.removed().stream()),
                Stream.concat(Stream.of(change.after()), change.added().stream()));
    }

    /// Cuts a transfer into answers to a request.
    public static Iterator<Message> messages(Message request, Stream<Record> records) {
        Iterator<Record> all = records.iterator();
        return new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Message next() {
                Message message = Answers.blank(request);
                message.getHeader().setFlag(Flags.AA);
                if (begun) {
                    message.removeAllRecords(Section.QUESTION);
                }
                begun = true;
                for (int bytes = 0; bytes < MESSAGE_BYTES && all.hasNext(); ) {
                    Record record = all.next();
                    message.addRecord(record, Section.ANSWER);
                    bytes += record.toWire(Section.ANSWER).length;
                }
                return message;
            }
        };
    }
}
