package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.answer.Answers;
import dev.caravan.simulator.dns.answer.Catalogue;
import dev.caravan.simulator.dns.answer.ServedZone;
import dev.caravan.simulator.dns.wire.Handler;
import dev.caravan.simulator.dns.wire.Keys;
import dev.caravan.simulator.dns.wire.Request;
import dev.caravan.simulator.dns.wire.Signature;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// A name server at one address: sorts requests by what they ask for.
public final class NameServer implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(NameServer.class);

    private final Catalogue catalogue;
    private final Map<Name, SecondaryZone> secondaries;
    private final Keys keys;
    private final Questions questions;
    private final Transfers transfers;
    private final Updates updates;
    private final Calls calls;

    NameServer(
            Catalogue catalogue,
            Map<Name, SecondaryZone> secondaries,
            Keys keys,
            Calls calls,
            Troubles troubles,
            Heralds heralds) {
        this.catalogue = catalogue;
        this.secondaries = Map.copyOf(secondaries);
        this.keys = keys;
        this.calls = calls;
        this.questions = new Questions(catalogue, calls, troubles);
        this.transfers = new Transfers(catalogue, calls, troubles);
        this.updates = new Updates(catalogue, calls, troubles, heralds);
    }

    @Override
    public Iterator<byte[]> handle(byte[] message, boolean stream) {
        Optional<Request> request = Request.read(message, stream, keys);
        if (request.isEmpty()) {
            return Request.refuse(message);
        }
        try {
            return handle(request.get());
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("A request could not be answered");
            return request.get().answer(Answers.failure(request.get().message(), Rcode.SERVFAIL));
        }
    }

    /// Answers a question in process, as the resolver asks it.
    ///
    /// @return empty for no answer at all
    public Optional<Message> ask(Message query) {
        return questions.answer(query, false);
    }

    private Iterator<byte[]> handle(Request request) {
        Message message = request.message();
        if (request.ofTomorrow()) {
            return request.answer(Answers.blank(message));
        }
        switch (request.signature()) {
            case Signature.None _, Signature.Good _ -> {}
            case Signature.Unknown _ -> {
                return reject(request, "BADKEY");
            }
            case Signature.Bad bad -> {
                return reject(request, Rcode.TSIGstring(bad.error()));
            }
        }
        return switch (message.getHeader().getOpcode()) {
            case Opcode.QUERY -> isTransfer(message) ? transfers.answer(request) : question(request);
            case Opcode.UPDATE -> updates.answer(request);
            case Opcode.NOTIFY -> request.answer(hear(message));
            default -> request.answer(Answers.failure(message, Rcode.NOTIMP));
        };
    }

    private Iterator<byte[]> reject(Request request, String error) {
        Record question = request.message().getQuestion();
        Optional<Name> zone = question == null
                ? Optional.empty()
                : catalogue.closest(question.getName()).map(ServedZone::origin);
        zone.ifPresent(name -> {
            String opcode = Opcode.string(request.message().getHeader().getOpcode());
            Calls.What what = new Calls.What(opcode, name.toString(), Map.of());
            calls.record(calls.call(name, request.signature(), what, "NOTAUTH " + error, List.of()));
        });
        return request.answer(Answers.failure(request.message(), Rcode.NOTAUTH));
    }

    private Iterator<byte[]> question(Request request) {
        return questions
                .answer(request.message(), request.signature(), request.stream())
                .map(request::answer)
                .orElse(Collections.emptyIterator());
    }

    private Message hear(Message message) {
        Record question = message.getQuestion();
        SecondaryZone zone = question == null ? null : secondaries.get(question.getName());
        if (zone == null) {
            return Answers.failure(message, Rcode.NOTAUTH);
        }
        zone.hear();
        Message answer = Answers.blank(message);
        answer.getHeader().setFlag(Flags.AA);
        return answer;
    }

    private static boolean isTransfer(Message message) {
        Record question = message.getQuestion();
        return question != null && (question.getType() == Type.AXFR || question.getType() == Type.IXFR);
    }
}
