package dev.caravan.simulator.control;

import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.Call;
import dev.caravan.simulator.mail.Message;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Figures of the whole simulation.
///
/// @param calls answered calls by the interface that they came in by
/// @param throttled how many of them were answered with "too many requests"
record Summary(Map<Api, Long> calls, long throttled, Letters messages) {

    private static final String TOO_MANY = "429";

    static Summary of(List<Call> calls, List<Message> messages) {
        Map<Api, Long> counts = new EnumMap<>(Api.class);
        calls.forEach(call -> counts.merge(call.api(), 1L, Long::sum));
        long throttled =
                calls.stream().filter(call -> call.status().equals(TOO_MANY)).count();
        return new Summary(counts, throttled, Letters.of(messages));
    }

    /// @param deferred those that have not arrived yet
    record Letters(long sent, long delivered, long deferred, long bounced) {

        static Letters of(List<Message> messages) {
            return new Letters(
                    messages.size(),
                    count(messages, Message.State.DELIVERED),
                    count(messages, Message.State.DEFERRED),
                    count(messages, Message.State.BOUNCED));
        }

        private static long count(List<Message> messages, Message.State state) {
            return messages.stream().filter(message -> message.state() == state).count();
        }
    }
}
