package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.mailbox.arrival.Letter;
import dev.caravan.mailbox.recipient.Inboxes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Inboxes into which tests put letters.
final class FakeInboxes implements Inboxes {

    private record Arrival(String user, Instant at, Letter letter) {}

    private final List<Arrival> arrivals = new ArrayList<>();

    /// @param mailbox its guid
    FakeInboxes got(String mailbox, Instant at, String reader) {
        arrivals.add(new Arrival("id-" + mailbox, at, new Letter(List.of(reader))));
        return this;
    }

    @Override
    public Outcome<Map<String, List<Letter>>> since(Map<String, Instant> mailboxes, Call call) {
        return Outcome.done(mailboxes.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        user -> arrivals.stream()
                                .filter(arrival -> arrival.user().equals(user))
                                .filter(arrival -> !arrival.at().isBefore(mailboxes.getOrDefault(user, Instant.MAX)))
                                .map(Arrival::letter)
                                .toList())));
    }
}
