package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which of a tenant's domains is the default one. There is always exactly one: that another becomes it changes two
/// domains.
public final class DefaultDomain {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = "domain";
    /// The property, as the directory calls it.
    public static final String PROPERTY = "isDefault";

    private static final List<String> YES = List.of("true");
    private static final List<String> NO = List.of("false");

    private DefaultDomain() {}

    /// Whether a recorded change is one of default domains.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && change.property().equals(PROPERTY);
    }

    /// The domain that is the default one; empty only while the tenant does not say.
    public static Optional<TenantDomain> of(Collection<TenantDomain> domains) {
        return one(domains, TenantDomain::isDefault);
    }

    /// The domain that a plan makes the default one; empty if it makes none.
    public static Optional<String> chosen(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.after().equals(YES))
                .map(Change::id)
                .findFirst();
    }

    /// The initial domain takes the place of one that moves, or is below one that moves.
    public static Plan toInitial(Collection<TenantDomain> domains, Collection<DomainName> moving) {
        var isMoving = of(domains).filter(now -> moving.stream().anyMatch(now.name()::isAtOrBelow));
        return isMoving.flatMap(now -> one(domains, TenantDomain::isInitial)
                        .map(initial -> Plan.of(replacing(now, initial), domains.size())))
                .orElseGet(() -> Plan.of(List.of(), domains.size()));
    }

    /// The way back of a recorded replacement.
    public static Plan reversion(Collection<TenantDomain> domains, Collection<Change> recorded) {
        var former =
                recorded.stream().filter(change -> change.before().equals(YES)).findFirst();
        var now = of(domains);
        if (former.isEmpty() || now.isEmpty() || now.get().isCalled(former.get().id())) {
            return Plan.of(List.of(), domains.size());
        }
        var isOurs = recorded.stream()
                .anyMatch(change -> change.after().equals(YES) && now.get().isCalled(change.id()));
        if (!isOurs) {
            return conflict(domains, former.get(), now.get().id() + " was made the default domain by others");
        }
        return one(domains, domain -> domain.isCalled(former.get().id()) && domain.isVerified())
                .map(back -> Plan.of(replacing(now.get(), back), domains.size()))
                .orElseGet(() -> conflict(
                        domains, former.get(), former.get().id() + " is no verified domain of the tenant any more"));
    }

    private static List<Change> replacing(TenantDomain former, TenantDomain next) {
        return List.of(
                new Change(KIND, next.id(), PROPERTY, NO, YES, "%s becomes the default domain".formatted(next.id())),
                new Change(
                        KIND,
                        former.id(),
                        PROPERTY,
                        YES,
                        NO,
                        "%s is not the default domain any more".formatted(former.id())));
    }

    private static Plan conflict(Collection<TenantDomain> domains, Change former, String sentence) {
        var conflict = new Conflict(KIND, former.id(), PROPERTY, NO, sentence);
        return new Plan(List.of(), List.of(conflict), domains.size());
    }

    private static Optional<TenantDomain> one(Collection<TenantDomain> domains, Predicate<TenantDomain> wanted) {
        return domains.stream().filter(wanted).findFirst();
    }
}
