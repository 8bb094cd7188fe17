package dev.caravan.mailbox.pairing;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who has to become a member of groups: the targets of the members that the source's groups have.
public final class GroupFilling {

    /// Kind of the objects, as plans, ledger and dump know it; their id is both guids, the group's first.
    public static final String KIND = "groupMember";
    /// The property whose value is the member's name.
    public static final String PROPERTY = "member";

    private GroupFilling() {}

    /// Whether a recorded change is one of members.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && change.property().equals(PROPERTY);
    }

    /// @param groups the source's, by guid
    /// @param targets of groups and members, by the guid of whom they are the target of
    /// @param wanted guids of the members, by the guid of the source's group
    /// @param present guids of the members, by the guid of the destination's group
    public static Plan plan(
            Collection<Profile> groups,
            Map<String, Profile> targets,
            Map<String, Set<String>> wanted,
            Map<String, Set<String>> present) {
        var changes = new ArrayList<Change>();
        for (var group : groups) {
            var target = targets.get(group.guid());
            if (target != null) {
                var there = present.getOrDefault(target.guid(), Set.of());
                wanted.getOrDefault(group.guid(), Set.of()).stream()
                        .map(targets::get)
                        .filter(member -> member != null && !there.contains(member.guid()))
                        .forEach(member -> changes.add(joining(target, member)));
            }
        }
        return Plan.of(changes, groups.size());
    }

    private static Change joining(Profile group, Profile member) {
        return new Change(
                KIND,
                Pair.of(group.guid(), member.guid()),
                PROPERTY,
                List.of(),
                List.of(member.name()),
                "%s becomes a member of %s".formatted(member.displayName(), group.displayName()));
    }

    /// The way back of recorded changes; whoever is no member any more stays none.
    ///
    /// @param groups those that are still there, by guid
    /// @param present guids of their members
    public static Plan reversion(
            Map<String, Profile> groups, Map<String, Set<String>> present, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        for (var change : recorded) {
            var pair = Pair.parse(change.id());
            var group = groups.get(pair.owner());
            if (group != null && present.getOrDefault(pair.owner(), Set.of()).contains(pair.other())) {
                changes.add(new Change(
                        KIND,
                        change.id(),
                        PROPERTY,
                        change.after(),
                        List.of(),
                        "%s leaves %s".formatted(String.join("", change.after()), group.displayName())));
            }
        }
        return new Plan(changes, List.<Conflict>of(), groups.size());
    }
}
