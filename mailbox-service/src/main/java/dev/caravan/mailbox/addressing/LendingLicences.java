package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.account.LentLicences;
import dev.caravan.mailbox.account.Licence;
import dev.caravan.mailbox.account.LicensedUser;
import dev.caravan.mailbox.addressing.MailboxCommand.LendLicences;
import dev.caravan.mailbox.recipient.Licences;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Has Exchange know users whose addresses it alone may take.
final class LendingLicences implements Doing<LendLicences, LendingLicences.Seen, MailboxFact> {

    /// Exchange makes a mailbox some minutes after a licence was assigned.
    static final Duration MAILBOX_AFTER = Duration.ofMinutes(2);

    private final Licences licences;

    LendingLicences(Licences licences) {
        this.licences = licences;
    }

    /// @param users those who need one or wait for what it brings
    /// @param licence empty where nobody needs one
    record Seen(
            Map<String, LicensedUser> users,
            Collection<LicensedUser> inNeed,
            Optional<Licence> licence,
            String country) {}

    @Override
    public Outcome<Seen> observe(LendLicences command, Call call) {
        return licences.users(command.users(), call).then(users -> {
            var inNeed = users.values().stream()
                    .filter(user -> LentLicences.isNeededBy(user, command.domains()))
                    .toList();
            return inNeed.isEmpty()
                    ? Outcome.done(new Seen(users, inNeed, Optional.empty(), ""))
                    : licences.country(call)
                            .then(country -> licence(inNeed, call)
                                    .map(licence -> new Seen(users, inNeed, Optional.of(licence), country)));
        });
    }

    private Outcome<Licence> licence(Collection<LicensedUser> inNeed, Call call) {
        return licences.all(call).then(all -> {
            var waiting = (int) inNeed.stream()
                    .filter(user -> all.stream()
                            .filter(Licence::hasMailbox)
                            .anyMatch(licence -> user.licences().contains(licence.skuId())))
                    .count();
            return Licence.ofMailboxes(all, inNeed.size() - waiting)
                    .<Outcome<Licence>>map(Outcome::done)
                    .orElseGet(() -> Outcome.failedForNow(
                            "no-licence",
                            "no licence with a mailbox is left to be lent to %d users".formatted(inNeed.size())));
        });
    }

    @Override
    public Plan plan(LendLicences command, Seen seen) {
        var changes = seen.inNeed().stream()
                .flatMap(user -> seen.licence().stream()
                        .flatMap(licence -> LentLicences.lending(user, licence, seen.country()).stream()))
                .toList();
        return Plan.of(changes, seen.users().size());
    }

    /// Whoever has the licence and waits for Exchange is waited for.
    @Override
    public Outcome<MailboxFact> apply(LendLicences command, Seen seen, Plan plan, Call call) {
        if (plan.isEmpty() && !seen.inNeed().isEmpty()) {
            return waiting(seen.inNeed());
        }
        var lent = (int) plan.changes().stream().map(Change::id).distinct().count();
        return licences.change(plan.changes(), call)
                .map(_ -> new MailboxFact.LicencesLent(lent, seen.users().size() - lent));
    }

    @Override
    public Outcome<MailboxFact> verify(LendLicences command, Plan plan, MailboxFact claimed, Call call) {
        return observe(command, call)
                .then(seen -> seen.inNeed().isEmpty() ? Outcome.done(claimed) : waiting(seen.inNeed()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }

    static Outcome<MailboxFact> waiting(Collection<LicensedUser> users) {
        return new Outcome.NotYet<>(
                MAILBOX_AFTER,
                "Exchange does not know %s yet"
                        .formatted(users.iterator().next().displayName()));
    }
}
