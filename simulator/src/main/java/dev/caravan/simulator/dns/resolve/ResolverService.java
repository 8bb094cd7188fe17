package dev.caravan.simulator.dns.resolve;

import dev.caravan.simulator.dns.answer.Answers;
import dev.caravan.simulator.dns.wire.Handler;
import dev.caravan.simulator.dns.wire.Keys;
import dev.caravan.simulator.dns.wire.Request;
import dev.caravan.simulator.dns.wire.Signature;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// The resolver for whoever asks by the wire. Without the wish for recursion it says only what it remembers.
public final class ResolverService implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(ResolverService.class);

    private final CachingResolver resolver;
    private final BiConsumer<Record, String> told;
    private final Keys nobody = new Keys(List.of());

    /// @param told hears every question and the status of its answer
    public ResolverService(CachingResolver resolver, BiConsumer<Record, String> told) {
        this.resolver = resolver;
        this.told = told;
    }

    @Override
    public Iterator<byte[]> handle(byte[] wire, boolean stream) {
        Optional<Request> request = Request.read(wire, stream, nobody);
        if (request.isEmpty()) {
            return Request.refuse(wire);
        }
        Message message = request.get().message();
        Message answer;
        try {
            answer = request.get().ofTomorrow() ? Answers.blank(message) : answer(request.get());
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("A question could not be answered");
            answer = Answers.failure(message, Rcode.SERVFAIL);
        }
        answer.getHeader().setFlag(Flags.RA);
        return request.get().answer(answer);
    }

    private Message answer(Request request) {
        Message message = request.message();
        if (!(request.signature() instanceof Signature.None)) {
            return Answers.failure(message, Rcode.NOTAUTH);
        }
        if (message.getHeader().getOpcode() != Opcode.QUERY) {
            return Answers.failure(message, Rcode.NOTIMP);
        }
        Record question = message.getQuestion();
        if (question == null || message.getHeader().getCount(Section.QUESTION) != 1) {
            return Answers.failure(message, Rcode.FORMERR);
        }
        if (question.getDClass() != DClass.IN || !(Type.isRR(question.getType()))) {
            return Answers.failure(message, Rcode.REFUSED);
        }
        Resolution resolution = message.getHeader().getFlag(Flags.RD)
                ? resolver.resolve(question.getName(), question.getType())
                : resolver.recall(question.getName(), question.getType());
        told.accept(question, Rcode.string(resolution.rcode()));
        return answer(message, resolution);
    }

    private static Message answer(Message query, Resolution resolution) {
        Message answer = Answers.failure(query, resolution.rcode());
        resolution.sets().forEach(set -> set.records().forEach(record -> answer.addRecord(record, Section.ANSWER)));
        resolution.soa().ifPresent(soa -> answer.addRecord(soa, Section.AUTHORITY));
        return answer;
    }
}
