package dev.caravan.mailbox.pairing;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.address.RecipientKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What has to be created at the destination for recipients that have no target there.
///
/// @param targets in the order of the recipients
/// @param conflicts about those that cannot have one before a person has done something
public record TargetCreation(List<NewTarget> targets, List<Conflict> conflicts) {

    /// The property that holds the first address of what is created.
    public static final String NAME = "name";
    /// The property that holds what Exchange calls it in detail.
    public static final String TYPE = "type";

    private static final String KIND_SUFFIX = "Target";
    private static final Set<String> TYPES = Set.of(
            Profile.USER_MAILBOX,
            Profile.SHARED_MAILBOX,
            "RoomMailbox",
            "EquipmentMailbox",
            "MailUniversalDistributionGroup",
            "MailUniversalSecurityGroup",
            "DynamicDistributionGroup",
            "GroupMailbox",
            Profile.MAIL_CONTACT,
            "MailUser",
            "GuestMailUser",
            "PublicFolder");

    public TargetCreation {
        targets = List.copyOf(targets);
        conflicts = List.copyOf(conflicts);
    }

    /// A recipient without a target.
    ///
    /// @param address the one that was found for its target, or that its unfinished target has
    /// @param isThere whether a target was created but not finished
    /// @param needsLicence whether it is a user's mailbox, and the user has no licence yet
    /// @param partNumbers what the source's user is licensed for
    public record Missing(
            Profile source, String address, boolean isThere, boolean needsLicence, List<String> partNumbers) {

        public Missing {
            partNumbers = List.copyOf(partNumbers);
        }
    }

    /// Kind of the objects, as plans, ledger and dump know it.
    public static String kind(RecipientKind kind) {
        return kind.word() + KIND_SUFFIX;
    }

    /// The kind of recipients that a recorded change has created one of.
    public static Optional<RecipientKind> kind(Change change) {
        return change.kind().endsWith(KIND_SUFFIX)
                ? RecipientKind.of(change.kind().substring(0, change.kind().length() - KIND_SUFFIX.length()))
                : Optional.empty();
    }

    /// Whether a recorded change is one of a target's creation.
    public static boolean isOne(Change change) {
        return kind(change).isPresent()
                && (change.property().equals(NAME) || change.property().equals(TYPE));
    }

    /// Whether such a recipient can have a target: a contact for an address that moves cannot, nor what Exchange keeps
    /// for itself. What has no target of its own kind needs one only for the sake of its addresses.
    public static boolean isCreatable(Profile source, MovingDomains domains) {
        return TYPES.contains(source.type())
                && !(source.targetKind() == RecipientKind.MAIL_CONTACT
                        && (source.outside().isEmpty() || domains.hold(source.outside())))
                && (source.targetKind() == source.kind()
                        || !source.recipient().addresses().in(domains).isEmpty());
    }

    /// Gives each user a licence for the product that the source's user has, if the destination has it, and else for
    /// one with a mailbox.
    public static TargetCreation of(Collection<Missing> missing, Destination destination) {
        var free = new HashMap<String, Integer>();
        destination.subscriptions().forEach(subscription -> free.put(subscription.skuId(), subscription.free()));
        var targets = new ArrayList<NewTarget>();
        var conflicts = new ArrayList<Conflict>();
        for (var one : missing) {
            if (!one.needsLicence()) {
                targets.add(new NewTarget(one.source(), one.address(), one.isThere(), Optional.empty()));
                continue;
            }
            var fitting = fitting(one, destination.subscriptions());
            var licence = fitting.stream()
                    .filter(subscription -> free.getOrDefault(subscription.skuId(), 0) > 0)
                    .findFirst();
            if (licence.isPresent()) {
                free.merge(licence.get().skuId(), -1, Integer::sum);
                targets.add(new NewTarget(one.source(), one.address(), one.isThere(), licence));
            } else {
                conflicts.add(Problem.of(one.source(), TYPE, List.of(), unlicensed(fitting)));
            }
        }
        return new TargetCreation(targets, conflicts);
    }

    private static String unlicensed(List<Subscription> fitting) {
        return fitting.isEmpty()
                ? "no product of the destination has a mailbox"
                : "no licence is free of "
                        + String.join(
                                ", ",
                                fitting.stream().map(Subscription::partNumber).toList());
    }

    private static List<Subscription> fitting(Missing one, List<Subscription> subscriptions) {
        var mailboxes =
                subscriptions.stream().filter(Subscription::givesMailbox).toList();
        var same = mailboxes.stream()
                .filter(subscription -> one.partNumbers().contains(subscription.partNumber()))
                .toList();
        return same.isEmpty() ? mailboxes : same;
    }

    /// @param observed how many recipients were asked for
    public Plan plan(int observed) {
        return new Plan(targets.stream().flatMap(NewTarget::changes).toList(), conflicts, observed);
    }

    /// Something that a step has created.
    ///
    /// @param guid its id in Exchange; empty where Exchange has it no more
    /// @param directoryId its id in the directory; empty where it has none
    /// @param isDeleted whether it could still be restored
    public record Made(RecipientKind kind, String guid, String directoryId, boolean isDeleted) {}

    /// That what was created goes again, whatever it holds by now.
    ///
    /// @param made what of it is still there, by its mark
    /// @param marked who carries the marks now
    public static Plan removal(Map<String, Made> made, Map<String, Profile> marked, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var other = marked.get(change.id());
            if (made.containsKey(change.id())) {
                changes.add(new Change(
                        change.kind(),
                        change.id(),
                        change.property(),
                        change.after(),
                        List.of(),
                        "taken back for good, with all that it holds: " + change.sentence()));
            } else if (other != null) {
                conflicts.add(new Conflict(
                        change.kind(),
                        change.id(),
                        change.property(),
                        List.of(other.guid()),
                        "%s carries the mark, but is not what was created, and stays".formatted(other.displayName())));
            }
        }
        return new Plan(changes, conflicts, made.size());
    }
}
