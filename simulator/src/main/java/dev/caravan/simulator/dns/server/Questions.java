package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.answer.Answers;
import dev.caravan.simulator.dns.answer.Catalogue;
import dev.caravan.simulator.dns.server.Troubles.Trouble;
import dev.caravan.simulator.dns.wire.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Ordinary questions.
final class Questions {

    private final Catalogue catalogue;
    private final Calls calls;
    private final Troubles troubles;

    Questions(Catalogue catalogue, Calls calls, Troubles troubles) {
        this.catalogue = catalogue;
        this.calls = calls;
        this.troubles = troubles;
    }

    /// Answers and records.
    Optional<Message> answer(Message query, Signature signature, boolean stream) {
        Optional<Message> answer = answer(query, !stream);
        Record question = query.getQuestion();
        if (question != null) {
            String target = question.getName() + " " + Type.string(question.getType());
            String status = answer.map(made -> Rcode.string(made.getRcode())).orElse(Calls.NO_ANSWER);
            zone(question)
                    .ifPresent(zone -> calls.record(
                            calls.call(zone, signature, new Calls.What("QUERY", target, Map.of()), status, List.of())));
        }
        return answer;
    }

    /// Answers without recording.
    ///
    /// @return empty for no answer at all
    Optional<Message> answer(Message query, boolean minimalAny) {
        Optional<Trouble> trouble = Optional.ofNullable(query.getQuestion())
                .flatMap(this::zone)
                .flatMap(zone -> troubles.before(calls.zone(zone), "query"));
        return trouble.isPresent()
                ? trouble.get().answer(query)
                : Optional.of(Answers.to(query, catalogue, minimalAny));
    }

    private Optional<Name> zone(Record question) {
        return catalogue.closest(question.getName()).map(zone -> zone.origin());
    }
}
