package dev.caravan.dns.records;

import dev.caravan.dns.domain.DomainMoves;
import dev.caravan.dns.domain.Relaying;
import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Has domains come to a tenant or leave it. What leaves is done with only when the tenant has let go of it, which may
/// take minutes or many hours: nobody waits here for that.
///
/// @param <C> the command
final class ChangingDomains<C> implements Doing<C, List<TenantDomain>, DnsFact> {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(2);

    private final TenantDomains tenant;
    private final SigningChanges signing;
    private final MailChanges mail;
    private final Aim<C> aim;
    private final SafetyLimits limits;

    ChangingDomains(Holder holder, Aim<C> aim, SafetyLimits limits) {
        this.tenant = holder.domains();
        this.signing = holder.signing();
        this.mail = holder.mail();
        this.aim = aim;
        this.limits = limits;
    }

    /// What a tenant has of its domains.
    record Holder(TenantDomains domains, SigningChanges signing, MailChanges mail) {}

    /// What a command is after.
    interface Aim<C> {

        Plan plan(C command, Collection<TenantDomain> all);

        /// The domains that the tenant has to have let go of in the end, with all below them.
        Collection<DomainName> leaving(C command);

        DnsFact fact(C command, Plan plan);
    }

    @Override
    public Outcome<List<TenantDomain>> observe(C command, Call call) {
        return tenant.all(call)
                .then(domains -> signing.all(call)
                        .then(signings -> mail.all(call)
                                .map(accepted -> domains.stream()
                                        .map(domain -> domain.inExchange(signings, accepted))
                                        .toList())));
    }

    @Override
    public Plan plan(C command, List<TenantDomain> observed) {
        return aim.plan(command, observed);
    }

    @Override
    public Outcome<DnsFact> apply(C command, List<TenantDomain> observed, Plan plan, Call call) {
        var fact = aim.fact(command, plan);
        return plan.isEmpty()
                ? released(command, observed, fact)
                : carryOut(plan, observed, call).map(_ -> fact);
    }

    /// A domain with others below it leaves after them.
    @Override
    public Outcome<DnsFact> verify(C command, Plan plan, DnsFact claimed, Call call) {
        return observe(command, call).then(now -> {
            var left = aim.plan(command, now).changes();
            var undone = DomainMoves.feasible(own(left), now);
            return undone.isEmpty()
                    ? released(command, now, claimed)
                    : Outcome.failedForNow(
                            UNVERIFIED,
                            "read again, and still to do: " + undone.getFirst().sentence());
        });
    }

    @Override
    public SafetyLimits limits() {
        return limits;
    }

    private Outcome<DnsFact> released(C command, List<TenantDomain> now, DnsFact fact) {
        var left = DomainMoves.beingRemoved(now, aim.leaving(command));
        return left.isEmpty()
                ? Outcome.done(fact)
                : new Outcome.NotYet<>(
                        LOOK_AGAIN,
                        "the tenant has not let go of %s yet"
                                .formatted(left.getFirst().id()));
    }

    /// A domain that has to wait, or fails to come, keeps no other one waiting but those below it,
    /// which may be proven by it. Whether Exchange knows it already only Exchange says: until its
    /// letters leave again every minute counts.
    private Outcome<Integer> carryOut(Plan plan, List<TenantDomain> observed, Call call) {
        var feasible = DomainMoves.feasible(own(plan.changes()), observed);
        var open = new ArrayList<Open>();
        for (var change : feasible) {
            var outcome = heldUp(change, open).map(Open::outcome).orElseGet(() -> carryOut(change, call));
            if (!(outcome instanceof Outcome.Done<String>)) {
                open.add(new Open(change, outcome));
                if (DomainMoves.isLeaving(change)) {
                    break;
                }
            }
        }
        return worst(open).orElseGet(() -> Outcome.done(feasible.size()));
    }

    /// A change that was not made.
    private record Open(Change change, Outcome<String> outcome) {

        boolean holdsUp(Change other) {
            var isSame = other.id().equals(change.id()) && !Relaying.isOne(other);
            var isBelow = other.property().equals(DomainMoves.ID)
                    && other.id().endsWith("." + change.id())
                    && List.of(DomainMoves.ID, DomainMoves.VERIFIED).contains(change.property());
            return isSame || isBelow;
        }
    }

    private static Optional<Open> heldUp(Change change, List<Open> open) {
        return open.stream().filter(other -> other.holdsUp(change)).findFirst();
    }

    /// What failed says more than what only has to wait; of that it is the soonest.
    private static Optional<Outcome<Integer>> worst(List<Open> open) {
        return open.stream()
                .map(Open::outcome)
                .min(Comparator.comparing(ChangingDomains::retryAfter))
                .map(outcome -> outcome.map(_ -> 0));
    }

    private static Duration retryAfter(Outcome<String> outcome) {
        return outcome instanceof Outcome.NotYet<String> notYet ? notYet.retryAfter() : Duration.ZERO;
    }

    /// Marks, services and signing go with a domain that leaves.
    private static List<Change> own(List<Change> changes) {
        var leaving =
                changes.stream().filter(DomainMoves::isLeaving).map(Change::id).toList();
        return changes.stream()
                .filter(change -> change.property().equals(DomainMoves.ID) || !leaving.contains(change.id()))
                .toList();
    }

    private Outcome<String> carryOut(Change change, Call call) {
        var id = change.id();
        return switch (change.property()) {
            case DomainMoves.ID -> change.after().isEmpty() ? tenant.remove(id, call) : tenant.add(id, call);
            case DomainMoves.VERIFIED -> tenant.verify(id, call);
            case Relaying.TYPE -> mail.carryOut(change, call);
            case DomainMoves.SIGNED -> signing.carryOut(change, call);
            default -> tenant.select(id, change.after(), call);
        };
    }
}
