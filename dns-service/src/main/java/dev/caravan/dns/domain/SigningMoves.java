package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How the signing of letters follows domains from one tenant to another: prepared when the domain is there, begun when
/// the names of the keys are published.
public final class SigningMoves {

    private static final List<String> NONE = List.of();
    private static final List<String> YES = List.of("true");
    private static final List<String> NO = List.of("false");

    private SigningMoves() {}

    /// Whether a recorded change says of a domain who signs its letters.
    public static boolean isOne(Change change) {
        return DomainMoves.isOne(change) && change.property().equals(DomainMoves.SIGNED);
    }

    /// Prepares what was signed where it came from.
    public static Plan creating(Collection<Signing> all, Collection<Change> recorded, Collection<DomainName> domains) {
        return plan(all, recorded, domains, Optional::isEmpty, NO);
    }

    /// Begins with what was signed where it came from. What nobody prepared is among it: the tenant then says so.
    public static Plan enabling(Collection<Signing> all, Collection<Change> recorded, Collection<DomainName> domains) {
        return plan(
                all, recorded, domains, now -> now.filter(Signing::isEnabled).isEmpty(), YES);
    }

    /// The way back of what was begun; what was prepared goes with its domain, and cannot go without.
    public static Plan reversion(Collection<Signing> all, Collection<Change> recorded) {
        var changes = recorded.stream()
                .filter(change -> change.before().equals(NO) && change.after().equals(YES))
                .filter(change ->
                        Signing.of(name(change), all).filter(Signing::isEnabled).isPresent())
                .map(change -> change(change.id(), YES, NO))
                .toList();
        return Plan.of(changes, all.size());
    }

    private static Plan plan(
            Collection<Signing> all,
            Collection<Change> recorded,
            Collection<DomainName> domains,
            Predicate<Optional<Signing>> lacking,
            List<String> after) {
        var changes = recorded.stream()
                .filter(change -> isOne(change) && change.before().equals(YES))
                .filter(change -> domains.contains(name(change)))
                .filter(change -> lacking.test(Signing.of(name(change), all)))
                .map(change -> change(change.id(), Signing.written(Signing.of(name(change), all)), after))
                .toList();
        return Plan.of(changes, all.size());
    }

    static Change change(String id, List<String> before, List<String> after) {
        return new Change(
                DomainMoves.KIND,
                id,
                DomainMoves.SIGNED,
                before,
                after,
                sentence(before, after).formatted(id));
    }

    private static String sentence(List<String> before, List<String> after) {
        if (after.equals(YES)) {
            return "the tenant signs letters of %s";
        }
        if (before.equals(YES)) {
            return "the tenant signs letters of %s no more";
        }
        return after.equals(NONE)
                ? "the tenant's keys for letters of %s go with it"
                : "the tenant gets keys for letters of %s, and does not sign with them yet";
    }

    private static DomainName name(Change change) {
        return DomainName.parse(change.id());
    }
}
