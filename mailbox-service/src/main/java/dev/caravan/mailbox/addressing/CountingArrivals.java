package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.mailbox.addressing.MailboxCommand.CountArrivals;
import dev.caravan.mailbox.arrival.Arrivals;
import dev.caravan.mailbox.arrival.Letter;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.recipient.Inboxes;
import dev.caravan.mailbox.recipient.Targets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Counts what has come into mailboxes on account of a move that is taken back.
final class CountingArrivals implements Asking<CountArrivals, MailboxFact> {

    private final Targets targets;
    private final Inboxes inboxes;

    CountingArrivals(Targets targets, Inboxes inboxes) {
        this.targets = targets;
        this.inboxes = inboxes;
    }

    @Override
    public Outcome<MailboxFact> ask(CountArrivals command, Call call, Telling<MailboxFact> telling) {
        return targets.profiles(command.changes().stream().map(Change::id).toList(), call)
                .then(mailboxes -> inboxes.since(instants(command.changes(), mailboxes), call)
                        .map(letters -> counted(command.changes(), mailboxes, letters)));
    }

    private static Map<String, Instant> instants(List<Change> changes, Map<String, Profile> mailboxes) {
        var instants = new HashMap<String, Instant>();
        changes.stream()
                .filter(change -> mailboxes.containsKey(change.id()))
                .forEach(change -> instants.put(mailbox(change, mailboxes).directoryId(), Arrivals.since(change)));
        return instants;
    }

    private static Profile mailbox(Change change, Map<String, Profile> mailboxes) {
        return Objects.requireNonNull(mailboxes.get(change.id()));
    }

    private static MailboxFact counted(
            List<Change> changes, Map<String, Profile> mailboxes, Map<String, List<Letter>> letters) {
        var conflicts = new ArrayList<Conflict>();
        var all = 0;
        for (var change : changes) {
            if (mailboxes.containsKey(change.id())) {
                var mailbox = mailbox(change, mailboxes);
                var strays = Arrivals.strays(mailbox, letters.getOrDefault(mailbox.directoryId(), List.of()));
                Arrivals.kept(mailbox, change, strays).ifPresent(conflicts::add);
                all += strays;
            } else {
                conflicts.add(Arrivals.removed(change));
            }
        }
        return new MailboxFact.ArrivalsCounted(mailboxes.size(), all, conflicts);
    }
}
