package dev.caravan.license.chat;

import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The end of Teams and Skype for users, with which their SIP address goes, and its return. All other
/// plans stay as they are, and so do all other licences.
public final class ChatPlans {

    /// Kind of the objects, as plans, ledger and dump know it.
    public static final String KIND = "user";
    /// Licences as Graph has them, those alone that change.
    public static final String PROPERTY = "assignedLicenses";

    private ChatPlans() {}

    /// Whether a recorded change is one of users' plans.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND)
                && change.property().equals(PROPERTY)
                && Stream.of(change.before(), change.after())
                        .flatMap(List::stream)
                        .allMatch(written -> AssignedLicence.parse(written).isPresent());
    }

    /// Switches them off for each user who has them from a licence of their own.
    public static Plan disabling(Collection<LicensedUser> users, Collection<Sku> skus) {
        var changes = users.stream()
                .filter(user -> ofGroups(user, skus).isEmpty())
                .flatMap(user -> disabling(user, skus).stream())
                .toList();
        return Plan.of(changes, users.size());
    }

    /// Users who have them from a group.
    public static List<ObjectFailure> ofGroups(Collection<LicensedUser> users, Collection<Sku> skus) {
        return users.stream()
                .flatMap(user -> ofGroups(user, skus)
                        .map(sku -> new ObjectFailure(
                                KIND,
                                user.id(),
                                "%s has %s from a group: its plans can be switched off for the group alone"
                                        .formatted(user.displayName(), sku.name())))
                        .stream())
                .toList();
    }

    /// The way back of recorded changes; a licence that others have changed since stays as it is.
    ///
    /// @param users those that are still there, by their id
    public static Plan reverting(Map<String, LicensedUser> users, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var user = users.get(change.id());
            if (user == null) {
                conflicts.add(new Conflict(
                        KIND, change.id(), PROPERTY, List.of(), "the user has been removed since and stays so"));
            } else {
                revert(user, change, changes, conflicts);
            }
        }
        return new Plan(changes, conflicts, users.size());
    }

    /// What a change gives a user, as it is said to Graph.
    public static List<AssignedLicence> wanted(Change change) {
        return parsed(change.after());
    }

    private static Optional<Change> disabling(LicensedUser user, Collection<Sku> skus) {
        var before = new ArrayList<AssignedLicence>();
        var after = new ArrayList<AssignedLicence>();
        var names = new ArrayList<String>();
        for (var licence : user.licences()) {
            var open = open(licence, skus);
            if (!open.isEmpty()) {
                before.add(licence);
                after.add(licence.without(open.stream().map(Sku.ServicePlan::id).toList()));
                open.forEach(plan -> names.add(plan.name()));
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(change(
                        user.id(),
                        before,
                        after,
                        "%s may not use %s any more".formatted(user.displayName(), String.join(", ", names))));
    }

    private static void revert(LicensedUser user, Change change, List<Change> changes, List<Conflict> conflicts) {
        var before = new ArrayList<AssignedLicence>();
        var after = new ArrayList<AssignedLicence>();
        var others = new ArrayList<String>();
        for (var was : parsed(change.before())) {
            var now = user.licence(was.skuId());
            var made = parsed(change.after()).stream()
                    .filter(licence -> licence.skuId().equals(was.skuId()))
                    .findFirst();
            if (now.isPresent() && made.filter(now.get()::isSameAs).isPresent()) {
                before.add(now.get());
                after.add(was);
            } else if (now.filter(was::isSameAs).isEmpty()) {
                others.add(now.map(AssignedLicence::toString).orElse(was.skuId() + " is gone"));
            }
        }
        if (!others.isEmpty()) {
            conflicts.add(new Conflict(
                    KIND,
                    user.id(),
                    PROPERTY,
                    others,
                    "licences of %s were changed by others and stay so".formatted(user.displayName())));
        }
        if (!before.isEmpty()) {
            changes.add(change(
                    user.id(), before, after, "%s may use again what was switched off".formatted(user.displayName())));
        }
    }

    private static Optional<Sku> ofGroups(LicensedUser user, Collection<Sku> skus) {
        return user.licences().stream()
                .filter(licence -> user.ofGroups().contains(licence.skuId()))
                .filter(licence -> !open(licence, skus).isEmpty())
                .flatMap(licence -> skus.stream().filter(sku -> sku.id().equals(licence.skuId())))
                .findFirst();
    }

    /// The chat plans of a licence that are not off.
    private static List<Sku.ServicePlan> open(AssignedLicence licence, Collection<Sku> skus) {
        return skus.stream()
                .filter(sku -> sku.id().equals(licence.skuId()))
                .flatMap(sku -> sku.chatPlans().stream())
                .filter(plan -> !licence.disabledPlans().contains(plan.id()))
                .toList();
    }

    private static Change change(
            String id, List<AssignedLicence> before, List<AssignedLicence> after, String sentence) {
        return new Change(KIND, id, PROPERTY, written(before), written(after), sentence);
    }

    private static List<String> written(List<AssignedLicence> licences) {
        return licences.stream().map(AssignedLicence::toString).toList();
    }

    private static List<AssignedLicence> parsed(List<String> written) {
        return written.stream()
                .flatMap(text -> AssignedLicence.parse(text).stream())
                .toList();
    }
}
