package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.answer.Answers;
import dev.caravan.simulator.dns.answer.Catalogue;
import dev.caravan.simulator.dns.answer.ServedZone;
import dev.caravan.simulator.dns.server.Troubles.Trouble;
import dev.caravan.simulator.dns.update.Effects;
import dev.caravan.simulator.dns.update.Update;
import dev.caravan.simulator.dns.update.Verdict;
import dev.caravan.simulator.dns.wire.Request;
import dev.caravan.simulator.dns.wire.Signature;
import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.ledger.NewCall;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Dynamic updates: only at the primary, only with the key of the zone's account.
final class Updates {

    private final Catalogue catalogue;
    private final Calls calls;
    private final Troubles troubles;
    private final Heralds heralds;

    Updates(Catalogue catalogue, Calls calls, Troubles troubles, Heralds heralds) {
        this.catalogue = catalogue;
        this.calls = calls;
        this.troubles = troubles;
        this.heralds = heralds;
    }

    Iterator<byte[]> answer(Request request) {
        List<Record> zones = request.message().getSection(Section.ZONE);
        if (zones.size() != 1
                || zones.getFirst().getType() != Type.SOA
                || zones.getFirst().getDClass() != DClass.IN) {
            return request.answer(Answers.failure(request.message(), Rcode.FORMERR));
        }
        Optional<ServedZone> zone = catalogue.find(zones.getFirst().getName());
        if (zone.isEmpty()) {
            return request.answer(Answers.failure(request.message(), Rcode.NOTAUTH));
        }
        if (!(zone.get() instanceof PrimaryZone primary) || !permitted(request, primary)) {
            calls.record(call(request, zone.get(), "REFUSED", List.of()));
            return request.answer(Answers.failure(request.message(), Rcode.REFUSED));
        }
        Optional<Trouble> trouble = troubles.before(primary, "update");
        return trouble.isPresent() ? troubled(request, primary, trouble.get()) : judged(request, primary);
    }

    private static boolean permitted(Request request, PrimaryZone zone) {
        return request.signature() instanceof Signature.Good good
                && good.key().updates()
                && good.key().zones().contains(zone.origin());
    }

    private Iterator<byte[]> judged(Request request, PrimaryZone zone) {
        AtomicBoolean lost = new AtomicBoolean();
        Verdict verdict = zone.change(version -> Update.judge(version, request.message()), judged -> {
            lost.set(judged instanceof Verdict.Accepted && troubles.losesAnswer(zone));
            return told(request, zone, judged, lost.get());
        });
        if (verdict instanceof Verdict.Accepted accepted && accepted.change().isPresent()) {
            heralds.tell(zone.zone());
        }
        return lost.get()
                ? Collections.emptyIterator()
                : request.answer(Answers.failure(request.message(), rcode(verdict)));
    }

    private static int rcode(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> Rcode.NOERROR;
            case Verdict.Refused refused -> refused.rcode();
        };
    }

    private NewCall told(Request request, PrimaryZone zone, Verdict verdict, boolean lost) {
        String status = Rcode.string(rcode(verdict)) + (lost ? ", answer lost" : "");
        List<String> effects = switch (verdict) {
            case Verdict.Accepted accepted -> accepted.change().map(Effects::of).orElse(List.of());
            case Verdict.Refused _ -> List.of();
        };
        return call(request, zone, status, effects);
    }

    private Iterator<byte[]> troubled(Request request, PrimaryZone zone, Trouble trouble) {
        Optional<Message> answer = trouble.answer(request.message());
        String status = answer.map(made -> Rcode.string(made.getRcode())).orElse(Calls.NO_ANSWER);
        calls.record(call(request, zone, status, List.of()));
        return answer.map(request::answer).orElse(Collections.emptyIterator());
    }

    private NewCall call(Request request, ServedZone zone, String status, List<String> effects) {
        Map<String, List<String>> parameters = Map.of(
                "prerequisites", texts(request.message().getSection(Section.PREREQ)),
                "changes", texts(request.message().getSection(Section.UPDATE)));
        Calls.What what = new Calls.What("UPDATE", zone.origin().toString(), parameters);
        return calls.call(zone.origin(), request.signature(), what, status, effects);
    }

    private static List<String> texts(List<Record> records) {
        return records.stream().map(Updates::text).toList();
    }

    private static String text(Record record) {
        String data = Records.data(record).length == 0 ? "" : " " + record.rdataToString();
        return record.getName() + " " + record.getTTL() + " " + DClass.string(record.getDClass()) + " "
                + Type.string(record.getType()) + data;
    }
}
