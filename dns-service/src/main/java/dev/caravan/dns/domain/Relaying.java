package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What tenants do with letters to addresses that nobody has, while addresses are on their way from one to the other:
/// people write to each other meanwhile, and a tenant that takes mail for a domain never asks DNS where else it could
/// go.
public final class Relaying {

    /// The property, as Exchange calls it.
    public static final String TYPE = "domainType";

    private Relaying() {}

    /// Whether a recorded change is one of them.
    public static boolean isOne(Change change) {
        return change.kind().equals(DomainMoves.KIND) && change.property().equals(TYPE);
    }

    /// Has such letters leave again that are refused now; domains below count as well.
    public static Plan beginning(Collection<AcceptedDomain> all, Collection<DomainName> domains) {
        var changes = all.stream()
                .filter(accepted -> domains.stream().anyMatch(accepted.name()::isAtOrBelow))
                .filter(accepted -> accepted.type().equals(AcceptedDomain.AUTHORITATIVE))
                .map(accepted -> change(
                        accepted.id(), List.of(AcceptedDomain.AUTHORITATIVE), List.of(AcceptedDomain.INTERNAL_RELAY)))
                .toList();
        return Plan.of(changes, all.size());
    }

    /// The way back of recorded changes; what others have made of a domain since stays so, and a domain that has left
    /// needs nothing.
    public static Plan reversion(Collection<AcceptedDomain> all, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            AcceptedDomain.of(DomainName.parse(change.id()), all)
                    .filter(accepted -> !accepted.type().equals(before(change)))
                    .ifPresent(accepted -> {
                        var now = List.of(accepted.type());
                        if (now.equals(change.after())) {
                            changes.add(change(accepted.id(), now, List.of(before(change))));
                        } else {
                            conflicts.add(new Conflict(
                                    change.kind(),
                                    change.id(),
                                    TYPE,
                                    now,
                                    "others have made %s a domain of type %s, and it stays so"
                                            .formatted(accepted.id(), accepted.type())));
                        }
                    });
        }
        return new Plan(changes, conflicts, all.size());
    }

    static Change change(String id, List<String> before, List<String> after) {
        return new Change(
                DomainMoves.KIND, id, TYPE, before, after, sentence(after).formatted(id));
    }

    /// Exchange refuses letters to nobody in a domain that has just come.
    private static String before(Change change) {
        return change.before().stream().findFirst().orElse(AcceptedDomain.AUTHORITATIVE);
    }

    private static String sentence(List<String> after) {
        if (after.isEmpty()) {
            return "the tenant takes no mail for %s any more";
        }
        return after.equals(List.of(AcceptedDomain.AUTHORITATIVE))
                ? "letters to addresses in %s that nobody has are refused"
                : "letters to addresses in %s that nobody has leave the tenant again, to where its MX points";
    }
}
