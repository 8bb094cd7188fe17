package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How domains come to a tenant and leave it: added, verified, given to services, relayed, signed, removed.
public final class DomainMoves {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = DefaultDomain.KIND;
    /// The property with which a domain comes and goes.
    public static final String ID = "id";
    /// Whether the tenant has proven that the domain is its own.
    public static final String VERIFIED = "isVerified";
    /// The services that use it; their order means nothing.
    public static final String SERVICES = "supportedServices";
    /// Whether the tenant signs its letters; without a value it is not even prepared to.
    public static final String SIGNED = "isSigned";

    /// What Exchange makes of a domain that comes, so that nobody waits for it.
    private static final List<String> USUAL = List.of(AcceptedDomain.AUTHORITATIVE);
    private static final List<String> RELAYED = List.of(AcceptedDomain.INTERNAL_RELAY);
    private static final List<String> NO = List.of("false");
    private static final List<String> YES = List.of("true");
    private static final Comparator<TenantDomain> DEEPEST_FIRST =
            Comparator.comparing(DomainMoves::depth).reversed().thenComparing(TenantDomain::id);

    private DomainMoves() {}

    /// Whether a recorded change is one of domains that come and go.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND)
                && Stream.of(ID, VERIFIED, SERVICES, SIGNED, Relaying.TYPE).anyMatch(change.property()::equals);
    }

    /// Adds those that the tenant has not.
    public static Plan adding(Collection<TenantDomain> all, Collection<DomainName> wanted) {
        var changes = wanted.stream()
                .filter(name -> find(all, name).isEmpty())
                .map(name -> added(plain(name)))
                .toList();
        return Plan.of(changes, all.size());
    }

    /// Verifies those that are not and gives them to the services. One that the tenant has not is among them: it cannot
    /// be verified, which the tenant then says.
    ///
    /// @param relayed whether letters to addresses that nobody has are to leave again
    public static Plan verifying(
            Collection<TenantDomain> all, Collection<DomainName> wanted, Collection<String> services, boolean relayed) {
        var changes = new ArrayList<Change>();
        for (var name : wanted) {
            var domain = find(all, name);
            var id = domain.map(TenantDomain::id).orElse(plain(name));
            if (domain.filter(TenantDomain::isVerified).isEmpty()) {
                changes.add(verified(id));
            }
            var now = domain.map(TenantDomain::services).orElse(List.of());
            if (!isSame(now, services)) {
                changes.add(services(id, now, List.copyOf(services)));
            }
            var type = domain.map(TenantDomain::mailType).orElse(List.of());
            if (relayed && !type.equals(RELAYED)) {
                changes.add(Relaying.change(id, type, RELAYED));
            }
        }
        return Plan.of(changes, all.size());
    }

    /// Removes those that the tenant has and all below them, the lowest first.
    public static Plan removing(Collection<TenantDomain> all, Collection<DomainName> wanted) {
        var changes = all.stream()
                .filter(domain -> wanted.stream().anyMatch(domain.name()::isAtOrBelow))
                .filter(domain -> !domain.isInitial() && !domain.isBeingRemoved())
                .sorted(DEEPEST_FIRST)
                .flatMap(domain -> removed(domain).stream())
                .toList();
        return Plan.of(changes, all.size());
    }

    /// The way back of recorded additions and verifications: these domains leave the tenant again,
    /// and no other. One below them that others added since is in the way; one that the tenant owned
    /// before has its services back, and mail for it is taken as before.
    public static Plan releasing(Collection<TenantDomain> all, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        var leaving = leaving(recorded);
        all.stream()
                .filter(domain -> leaving.contains(domain.name()) && !domain.isBeingRemoved())
                .sorted(DEEPEST_FIRST)
                .flatMap(domain -> removed(domain).stream())
                .forEach(changes::add);
        recorded.stream()
                .filter(change -> change.property().equals(SERVICES))
                .filter(change -> !leaving.contains(DomainName.parse(change.id())))
                .forEach(change -> giveServicesBack(change, all, changes, conflicts));
        var relayed = Relaying.reversion(
                all.stream().flatMap(domain -> domain.mail().stream()).toList(),
                recorded.stream()
                        .filter(change -> Relaying.isOne(change) && !leaving.contains(DomainName.parse(change.id())))
                        .toList());
        changes.addAll(relayed.changes());
        conflicts.addAll(relayed.conflicts());
        return new Plan(changes, conflicts, all.size());
    }

    /// The domains that recorded changes brought to the tenant, which it has to have let go of again.
    public static Set<DomainName> leaving(Collection<Change> recorded) {
        return recorded.stream()
                .filter(change -> change.property().equals(ID)
                                && change.before().isEmpty()
                        || change.property().equals(VERIFIED) && change.after().equals(YES))
                .map(change -> DomainName.parse(change.id()))
                .collect(Collectors.toSet());
    }

    private static void giveServicesBack(
            Change change, Collection<TenantDomain> all, List<Change> changes, List<Conflict> conflicts) {
        var now = find(all, DomainName.parse(change.id()))
                .map(TenantDomain::services)
                .orElse(List.of());
        if (isSame(now, change.after())) {
            changes.add(services(change.id(), now, change.before()));
        } else if (!isSame(now, change.before())) {
            conflicts.add(new Conflict(
                    KIND, change.id(), SERVICES, now, "%s was given to other services since".formatted(change.id())));
        }
    }

    /// The way back of recorded removals: the domains are added, verified, in use, relayed and signed as before. One
    /// that is still being removed has to be gone before it can be added.
    public static Plan returning(Collection<TenantDomain> all, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        var ids = recorded.stream()
                .map(Change::id)
                .distinct()
                .sorted(Comparator.comparing(String::length))
                .toList();
        for (var id : ids) {
            var domain = find(all, DomainName.parse(id));
            if (domain.filter(TenantDomain::isBeingRemoved).isEmpty()) {
                changes.addAll(returned(id, domain, recorded));
            }
        }
        ids.forEach(
                id -> signedAgain(id, find(all, DomainName.parse(id)), recorded).ifPresent(changes::add));
        ids.forEach(id -> unsignable(id, recorded).ifPresent(conflicts::add));
        return new Plan(changes, conflicts, all.size());
    }

    private static List<Change> returned(String id, Optional<TenantDomain> now, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        if (now.isEmpty()) {
            changes.add(added(id));
        }
        if (now.filter(TenantDomain::isVerified).isEmpty()) {
            changes.add(verified(id));
        }
        var used = now.map(TenantDomain::services).orElse(List.of());
        before(recorded, id, SERVICES)
                .filter(before -> !isSame(used, before))
                .ifPresent(before -> changes.add(services(id, used, before)));
        var type = now.map(TenantDomain::mailType).orElse(List.of());
        before(recorded, id, Relaying.TYPE)
                .filter(before -> !before.equals(type) && !before.equals(USUAL))
                .ifPresent(before -> changes.add(Relaying.change(id, type, before)));
        return changes;
    }

    /// Comes after everything else: Exchange may take an hour until it knows a domain, and others need not wait for it.
    private static Optional<Change> signedAgain(String id, Optional<TenantDomain> now, Collection<Change> recorded) {
        var signed = Signing.written(now.flatMap(TenantDomain::signing));
        return before(recorded, id, SIGNED)
                .map(before -> before.equals(Signing.SEEMING) ? NO : before)
                .filter(before -> now.filter(TenantDomain::isBeingRemoved).isEmpty() && !signed.equals(before))
                .map(before -> SigningMoves.change(id, signed, before));
    }

    private static Optional<Conflict> unsignable(String id, Collection<Change> recorded) {
        return before(recorded, id, SIGNED)
                .filter(Signing.SEEMING::equals)
                .map(before -> new Conflict(
                        KIND,
                        id,
                        SIGNED,
                        NO,
                        "the tenant was to sign letters of %s, but its keys were never published; it is prepared again, and no more"
                                .formatted(id)));
    }

    /// Those at or below these names that the tenant has not let go of yet, although it has agreed to.
    public static List<TenantDomain> beingRemoved(Collection<TenantDomain> all, Collection<DomainName> names) {
        return all.stream()
                .filter(TenantDomain::isBeingRemoved)
                .filter(domain -> names.stream().anyMatch(domain.name()::isAtOrBelow))
                .toList();
    }

    /// What of a plan can be done now: a domain leaves after those below it that leave, too, and they may need hours.
    public static List<Change> feasible(Collection<Change> planned, Collection<TenantDomain> all) {
        var leaving = planned.stream()
                .filter(DomainMoves::isLeaving)
                .map(change -> DomainName.parse(change.id()))
                .toList();
        return planned.stream()
                .filter(change -> !isLeaving(change) || !isLeftAfter(DomainName.parse(change.id()), leaving, all))
                .toList();
    }

    /// Whether a change is that a domain leaves.
    public static boolean isLeaving(Change change) {
        return change.property().equals(ID) && change.after().isEmpty();
    }

    private static boolean isLeftAfter(DomainName name, List<DomainName> leaving, Collection<TenantDomain> all) {
        return all.stream()
                .filter(other -> other.isBeingRemoved() || leaving.contains(other.name()))
                .map(TenantDomain::name)
                .anyMatch(other -> other.isAtOrBelow(name) && !other.equals(name));
    }

    private static Optional<List<String>> before(Collection<Change> recorded, String id, String property) {
        return recorded.stream()
                .filter(change -> change.id().equals(id) && change.property().equals(property))
                .map(Change::before)
                .findFirst();
    }

    private static List<Change> removed(TenantDomain domain) {
        var changes = new ArrayList<Change>();
        changes.add(new Change(
                KIND, domain.id(), ID, List.of(domain.id()), List.of(), "%s leaves the tenant".formatted(domain.id())));
        if (domain.isVerified()) {
            changes.add(new Change(
                    KIND,
                    domain.id(),
                    VERIFIED,
                    YES,
                    List.of(),
                    "%s is owned by the tenant no more".formatted(domain.id())));
        }
        if (!domain.services().isEmpty()) {
            changes.add(services(domain.id(), domain.services(), List.of()));
        }
        if (!domain.mailType().isEmpty()) {
            changes.add(Relaying.change(domain.id(), domain.mailType(), List.of()));
        }
        domain.signing()
                .map(signing -> SigningMoves.change(domain.id(), signing.lost(), List.of()))
                .ifPresent(changes::add);
        return changes;
    }

    private static Change added(String id) {
        return new Change(KIND, id, ID, List.of(), List.of(id), "%s is added to the tenant".formatted(id));
    }

    private static Change verified(String id) {
        return new Change(KIND, id, VERIFIED, List.of("false"), YES, "the tenant proves that it owns %s".formatted(id));
    }

    private static Change services(String id, List<String> before, List<String> after) {
        var sentence = after.isEmpty()
                ? "no service uses %s any more".formatted(id)
                : "%s is used by %s".formatted(id, String.join(", ", after));
        return new Change(KIND, id, SERVICES, before, after, sentence);
    }

    private static boolean isSame(Collection<String> one, Collection<String> other) {
        return one.stream().sorted().toList().equals(other.stream().sorted().toList());
    }

    private static Optional<TenantDomain> find(Collection<TenantDomain> all, DomainName name) {
        return all.stream().filter(domain -> domain.name().equals(name)).findFirst();
    }

    private static int depth(TenantDomain domain) {
        return domain.id().split("\\.").length;
    }

    private static String plain(DomainName name) {
        return name.text().substring(0, name.text().length() - 1);
    }
}
