package dev.caravan.mailbox.account;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Licences that users get for a short while. Whoever lost a licence keeps addresses in the directory that keep a
/// domain
/// in use; only Exchange may take them, and Exchange knows none but those with a licence.
public final class LentLicences {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = "user";
    /// The id of the SKU that is lent.
    public static final String PROPERTY = "lentLicence";
    /// The country that has to be said before anything can be licensed.
    public static final String LOCATION = "usageLocation";

    private LentLicences() {}

    /// Whether a recorded change is one of lent licences.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND)
                && (change.property().equals(PROPERTY) || change.property().equals(LOCATION));
    }

    /// Whether only a licence can free the domains of this user's addresses.
    public static boolean isNeededBy(LicensedUser user, MovingDomains domains) {
        return !user.hasRecipient()
                && !new AddressList(user.addresses()).in(domains).isEmpty();
    }

    /// What has to change for Exchange to know a user without a mailbox.
    ///
    /// @param country where the organization is
    public static List<Change> lending(LicensedUser user, Subscription licence, String country) {
        var changes = new ArrayList<Change>();
        if (user.usageLocation().isEmpty()) {
            changes.add(change(
                    user, LOCATION, List.of(), List.of(country), "%s is in %s".formatted(user.displayName(), country)));
        }
        changes.add(change(
                user,
                PROPERTY,
                List.of(),
                List.of(licence.skuId()),
                "%s gets %s until the addresses are gone".formatted(user.displayName(), licence.partNumber())));
        return changes;
    }

    /// The way back of recorded changes: what was lent is returned, what was returned is lent again.
    ///
    /// @param users those that are still there, by their id
    public static Plan reversion(Map<String, LicensedUser> users, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : inOrder(recorded)) {
            var user = users.get(change.id());
            if (user == null) {
                conflicts.add(new Conflict(
                        KIND, change.id(), change.property(), List.of(), "the user has been removed since"));
                continue;
            }
            var now = now(user, change);
            if (now.equals(change.after()) && !now.equals(change.before())) {
                changes.add(change(
                        user,
                        change.property(),
                        now,
                        change.before(),
                        "%s: %s is %s again".formatted(user.displayName(), change.property(), shown(change.before()))));
            }
        }
        return new Plan(changes, conflicts, users.size());
    }

    /// Nobody without a place can be licensed, so the place comes before a licence that is given and after one that is
    /// taken.
    private static List<Change> inOrder(Collection<Change> recorded) {
        var places = recorded.stream()
                .filter(change -> change.property().equals(LOCATION))
                .toList();
        var licences = recorded.stream()
                .filter(change -> change.property().equals(PROPERTY))
                .toList();
        var isLending = licences.stream().anyMatch(change -> !change.before().isEmpty());
        var ordered = new ArrayList<>(isLending ? places : licences);
        ordered.addAll(isLending ? licences : places);
        return ordered;
    }

    private static List<String> now(LicensedUser user, Change change) {
        if (change.property().equals(LOCATION)) {
            return user.usageLocation().isEmpty() ? List.of() : List.of(user.usageLocation());
        }
        var sku = change.after().isEmpty() ? change.before() : change.after();
        return user.licences().containsAll(sku) ? sku : List.of();
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "nothing" : String.join(", ", values);
    }

    private static Change change(
            LicensedUser user, String property, List<String> before, List<String> after, String sentence) {
        return new Change(KIND, user.id(), property, before, after, sentence);
    }
}
