package dev.caravan.mailbox.addressing;

import static java.util.stream.Collectors.partitioningBy;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.account.LentLicences;
import dev.caravan.mailbox.account.LicensedUser;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.addressing.MailboxCommand.LendLicences;
import dev.caravan.mailbox.recipient.Licences;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Has Exchange know users whose addresses it alone may take.
final class LendingLicences implements Doing<LendLicences, LendingLicences.Seen, MailboxFact> {

    /// Exchange makes a mailbox some minutes after a licence was assigned.
    static final Duration MAILBOX_AFTER = Duration.ofMinutes(2);

    private final Licences licences;

    LendingLicences(Licences licences) {
        this.licences = licences;
    }

    /// @param lacking those who need a licence
    /// @param waiting those who have one already, and whom Exchange does not know yet
    /// @param licence what is lent; empty where nobody needs one
    record Seen(
            int users,
            List<LicensedUser> lacking,
            List<LicensedUser> waiting,
            Optional<Subscription> licence,
            String country) {}

    @Override
    public Outcome<Seen> observe(LendLicences command, Call call) {
        return licences.users(command.users(), call).then(users -> {
            var inNeed = users.values().stream()
                    .filter(user -> LentLicences.isNeededBy(user, command.domains()))
                    .toList();
            return inNeed.isEmpty()
                    ? Outcome.done(new Seen(users.size(), List.of(), List.of(), Optional.empty(), ""))
                    : licences.country(call)
                            .then(country -> licences.all(call).then(all -> seen(users.size(), inNeed, all, country)));
        });
    }

    private static Outcome<Seen> seen(int users, List<LicensedUser> inNeed, List<Subscription> all, String country) {
        var byWaiting = inNeed.stream().collect(partitioningBy(user -> hasMailboxLicence(user, all)));
        var lacking = byWaiting.getOrDefault(false, List.of());
        return Subscription.ofMailboxes(all, lacking.size())
                .<Outcome<Seen>>map(licence -> Outcome.done(new Seen(
                        users, lacking, byWaiting.getOrDefault(true, List.of()), Optional.of(licence), country)))
                .orElseGet(() -> Outcome.failedForNow(
                        "no-licence",
                        "no licence with a mailbox is left to be lent to %d users".formatted(lacking.size())));
    }

    private static boolean hasMailboxLicence(LicensedUser user, List<Subscription> all) {
        return all.stream()
                .filter(Subscription::givesMailbox)
                .map(Subscription::skuId)
                .anyMatch(user.licences()::contains);
    }

    @Override
    public Plan plan(LendLicences command, Seen seen) {
        var changes = seen.lacking().stream()
                .flatMap(user -> seen.licence().stream()
                        .flatMap(licence -> LentLicences.lending(user, licence, seen.country()).stream()))
                .toList();
        return Plan.of(changes, seen.users());
    }

    @Override
    public Outcome<MailboxFact> apply(LendLicences command, Seen seen, Plan plan, Call call) {
        if (plan.isEmpty() && !seen.waiting().isEmpty()) {
            return waiting(seen.waiting());
        }
        var lent = seen.lacking().size();
        return licences.change(plan.changes(), call).map(_ -> new MailboxFact.LicencesLent(lent, seen.users() - lent));
    }

    /// A licence is of use when Exchange knows the user.
    @Override
    public Outcome<MailboxFact> verify(LendLicences command, Plan plan, MailboxFact claimed, Call call) {
        return observe(command, call).then(seen -> {
            var unknown = Stream.concat(seen.lacking().stream(), seen.waiting().stream())
                    .toList();
            return unknown.isEmpty() ? Outcome.done(claimed) : waiting(unknown);
        });
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
