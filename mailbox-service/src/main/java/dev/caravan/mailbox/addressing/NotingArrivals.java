package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.addressing.MailboxCommand.NoteArrivals;
import dev.caravan.mailbox.arrival.Arrivals;
import dev.caravan.mailbox.recipient.Targets;
import java.time.Instant;

/// Records from when on letters come into targets that the source would have got.
final class NotingArrivals implements Doing<NoteArrivals, NotingArrivals.Seen, MailboxFact> {

    private final Targets targets;

    NotingArrivals(Targets targets) {
        this.targets = targets;
    }

    /// @param since when the command was issued, which is the same however often it is handled
    record Seen(Pairing pairing, Instant since) {}

    @Override
    public Outcome<Seen> observe(NoteArrivals command, Call call) {
        return Pairing.of(command.recipients(), command.tenant(), targets, call)
                .map(pairing -> new Seen(pairing, call.header().issuedAt()));
    }

    @Override
    public Plan plan(NoteArrivals command, Seen seen) {
        var pairing = seen.pairing();
        var changes = pairing.paired().stream()
                .map(pairing::target)
                .filter(target -> target.kind() == RecipientKind.MAILBOX)
                .map(target -> Arrivals.since(target, seen.since()))
                .toList();
        return Plan.of(changes, pairing.sources().size());
    }

    @Override
    public Outcome<MailboxFact> apply(NoteArrivals command, Seen seen, Plan plan, Call call) {
        var present = seen.pairing().sources().size();
        var noted = plan.changes().size();
        return Outcome.done(new MailboxFact.ArrivalsNoted(
                noted, present - noted, command.recipients().size() - present));
    }

    /// The ledger alone holds it: there is nothing to be read again.
    @Override
    public Outcome<MailboxFact> verify(NoteArrivals command, Plan plan, MailboxFact claimed, Call call) {
        return Outcome.done(claimed);
    }
}
