package dev.caravan.mailbox.pairing;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.pairing.Grant.Right;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which rights have to be given at the destination, so that whoever may do something in a mailbox of the source may do
/// the same in its target, as the target that he is himself.
public final class Delegation {

    /// The property that holds the rights.
    public static final String RIGHTS = "accessRights";

    private Delegation() {}

    /// Whether a recorded change is one of rights.
    public static boolean isOne(Change change) {
        return Right.of(change.kind()).isPresent() && change.property().equals(RIGHTS);
    }

    /// @param mailboxes the source's
    /// @param targets of mailboxes and holders, by the guid of whom they are the target of
    /// @param wanted what the source's mailboxes grant, by guid
    /// @param present what the destination's mailboxes grant, by guid
    public static Plan plan(
            Collection<Profile> mailboxes,
            Map<String, Profile> targets,
            Map<String, List<Grant>> wanted,
            Map<String, List<Grant>> present) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var mailbox : mailboxes) {
            var target = targets.get(mailbox.guid());
            if (target == null) {
                continue;
            }
            for (var grant : wanted.getOrDefault(mailbox.guid(), List.of())) {
                var holder = targets.get(grant.holder());
                if (grant.holder().isEmpty()) {
                    conflicts.add(unclear(mailbox, grant));
                } else if (holder != null) {
                    var now = find(present, target.guid(), grant.right(), holder.guid());
                    granting(target, holder, grant, now).ifPresent(changes::add);
                }
            }
        }
        return new Plan(changes, conflicts, mailboxes.size());
    }

    private static Conflict unclear(Profile mailbox, Grant grant) {
        return new Conflict(
                grant.right().word(),
                Pair.of(mailbox.guid(), grant.name()),
                RIGHTS,
                grant.rights(),
                "%s: not one recipient is called %s, so nobody can tell whose right this is"
                        .formatted(mailbox.displayName(), grant.name()));
    }

    private static Optional<Grant> find(Map<String, List<Grant>> grants, String mailbox, Right right, String holder) {
        return grants.getOrDefault(mailbox, List.of()).stream()
                .filter(grant -> grant.right() == right && grant.holder().equals(holder))
                .findFirst();
    }

    private static Optional<Change> granting(Profile mailbox, Profile holder, Grant wanted, Optional<Grant> now) {
        var before = now.map(Grant::rights).orElse(List.of());
        var after = wanted.right() == Right.SEND_ON_BEHALF ? List.of(holder.name()) : wanted.rights();
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Change(
                        wanted.right().word(),
                        Pair.of(mailbox.guid(), holder.guid()),
                        RIGHTS,
                        before,
                        after,
                        "%s may %s %s"
                                .formatted(
                                        holder.displayName(),
                                        switch (wanted.right()) {
                                            case MAILBOX -> "open";
                                            case SEND_AS -> "send as";
                                            case CALENDAR ->
                                                "use (%s) the calendar of".formatted(String.join(", ", after));
                                            case SEND_ON_BEHALF -> "send on behalf of";
                                        },
                                        mailbox.displayName())));
    }

    /// How many rights are of holders who have no target.
    public static int unmapped(
            Collection<Profile> mailboxes, Map<String, Profile> targets, Map<String, List<Grant>> wanted) {
        return (int) mailboxes.stream()
                .filter(mailbox -> targets.containsKey(mailbox.guid()))
                .flatMap(mailbox -> wanted.getOrDefault(mailbox.guid(), List.of()).stream())
                .filter(grant -> !grant.holder().isEmpty() && !targets.containsKey(grant.holder()))
                .count();
    }

    /// The way back of recorded changes; rights that others have changed since stay.
    ///
    /// @param present what the mailboxes that are still there grant, by guid
    public static Plan reversion(Map<String, List<Grant>> present, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var pair = Pair.parse(change.id());
            var right = Right.of(change.kind()).orElseThrow();
            var now = find(present, pair.owner(), right, pair.other())
                    .map(Grant::rights)
                    .orElse(List.of());
            if (now.equals(change.after())) {
                changes.add(new Change(
                        change.kind(),
                        change.id(),
                        change.property(),
                        now,
                        change.before(),
                        (change.before().isEmpty() ? "no more: " : "as before it was so: ") + change.sentence()));
            } else if (!now.equals(change.before()) && !now.isEmpty()) {
                conflicts.add(new Conflict(
                        change.kind(),
                        change.id(),
                        change.property(),
                        now,
                        "%s of %s was set to %s by others and stays so".formatted(change.kind(), change.id(), now)));
            }
        }
        return new Plan(changes, conflicts, present.size());
    }
}
