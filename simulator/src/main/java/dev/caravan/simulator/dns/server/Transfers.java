package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.answer.Answers;
import dev.caravan.simulator.dns.answer.Catalogue;
import dev.caravan.simulator.dns.answer.ServedZone;
import dev.caravan.simulator.dns.server.Troubles.Trouble;
import dev.caravan.simulator.dns.transfer.Outgoing;
import dev.caravan.simulator.dns.wire.Envelope;
import dev.caravan.simulator.dns.wire.Request;
import dev.caravan.simulator.dns.wire.Signature;
import dev.caravan.simulator.dns.zone.Serial;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Requests for whole zones or their changes: only with the key of their account.
final class Transfers {

    private final Catalogue catalogue;
    private final Calls calls;
    private final Troubles troubles;

    Transfers(Catalogue catalogue, Calls calls, Troubles troubles) {
        this.catalogue = catalogue;
        this.calls = calls;
        this.troubles = troubles;
    }

    Iterator<byte[]> answer(Request request) {
        Name name = request.message().getQuestion().getName();
        Optional<ServedZone> zone = catalogue.find(name);
        if (zone.isEmpty()) {
            return request.answer(Answers.failure(request.message(), Rcode.NOTAUTH));
        }
        return permitted(request, zone.get());
    }

    private Iterator<byte[]> permitted(Request request, ServedZone zone) {
        if (!(request.signature() instanceof Signature.Good good)
                || !good.key().zones().contains(zone.origin())) {
            return failure(request, zone, Rcode.REFUSED);
        }
        if (!calls.among(good)) {
            Optional<Trouble> trouble = troubles.before(calls.zone(zone.origin()), "transfer");
            if (trouble.isPresent()) {
                return troubled(request, zone, trouble.get());
            }
        }
        Optional<ServedZone.Version> version = zone.version();
        if (version.isEmpty()) {
            return failure(request, zone, Rcode.SERVFAIL);
        }
        return transfer(request, zone, version.get(), good);
    }

    private Iterator<byte[]> transfer(
            Request request, ServedZone zone, ServedZone.Version version, Signature.Good good) {
        Message message = request.message();
        boolean whole = message.getQuestion().getType() == Type.AXFR;
        Optional<Serial> serial = serial(message);
        if (whole ? !request.stream() : serial.isEmpty()) {
            return failure(request, zone, Rcode.FORMERR);
        }
        record(request, zone, "NOERROR");
        Stream<Record> records = whole ? Outgoing.whole(version.zone()) : Outgoing.since(version, serial.orElseThrow());
        Iterator<Message> answers = Outgoing.messages(message, records);
        return request.stream() ? Envelope.sealAll(answers, good) : request.answer(fitting(request, version, answers));
    }

    /// By datagram an answer of one message that fits, and otherwise the SOA alone, which sends the asker to TCP.
    private static Message fitting(Request request, ServedZone.Version version, Iterator<Message> answers) {
        Message first = answers.next();
        boolean fits = !answers.hasNext() && first.toWire().length + 200 <= Envelope.room(request.message());
        if (fits) {
            return first;
        }
        Message soa = Answers.blank(request.message());
        soa.getHeader().setFlag(Flags.AA);
        soa.addRecord(version.zone().soa(), Section.ANSWER);
        return soa;
    }

    private static Optional<Serial> serial(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(soa -> new Serial(((SOARecord) soa).getSerial()))
                .findFirst();
    }

    private Iterator<byte[]> troubled(Request request, ServedZone zone, Trouble trouble) {
        Optional<Message> answer = trouble.answer(request.message());
        record(request, zone, answer.map(made -> Rcode.string(made.getRcode())).orElse(Calls.NO_ANSWER));
        return answer.map(request::answer).orElse(Collections.emptyIterator());
    }

    private Iterator<byte[]> failure(Request request, ServedZone zone, int rcode) {
        record(request, zone, Rcode.string(rcode));
        return request.answer(Answers.failure(request.message(), rcode));
    }

    private void record(Request request, ServedZone zone, String status) {
        Message message = request.message();
        Map<String, ?> parameters = serial(message)
                .map(serial -> Map.of("since", serial.toString()))
                .orElse(Map.of());
        String method = Type.string(message.getQuestion().getType());
        Calls.What what = new Calls.What(method, zone.origin().toString(), parameters);
        calls.record(calls.call(zone.origin(), request.signature(), what, status, List.of()));
    }
}
