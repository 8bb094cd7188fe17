package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertGroupMembers;
import dev.caravan.mailbox.pairing.GroupFilling;
import dev.caravan.mailbox.pairing.Pair;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.recipient.Memberships;
import dev.caravan.mailbox.recipient.Targets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Takes members out of groups that a step has put in.
final class RevertingGroupMembers implements Doing<RevertGroupMembers, RevertingGroupMembers.Observed, MailboxFact> {

    private final Targets targets;
    private final Memberships memberships;

    RevertingGroupMembers(Targets targets, Memberships memberships) {
        this.targets = targets;
        this.memberships = memberships;
    }

    /// @param profiles of groups and members that are still there, by guid
    record Observed(Map<String, Profile> profiles, Map<String, Set<String>> present) {}

    @Override
    public Outcome<Observed> observe(RevertGroupMembers command, Call call) {
        var pairs = command.changes().stream()
                .map(Change::id)
                .distinct()
                .map(Pair::parse)
                .toList();
        var guids = pairs.stream()
                .flatMap(pair -> Stream.of(pair.owner(), pair.other()))
                .distinct()
                .toList();
        return targets.profiles(guids, call)
                .then(profiles -> memberships
                        .of(
                                pairs.stream()
                                        .map(Pair::owner)
                                        .distinct()
                                        .flatMap(guid -> Stream.ofNullable(profiles.get(guid)))
                                        .toList(),
                                call)
                        .map(present -> new Observed(profiles, present)));
    }

    @Override
    public Plan plan(RevertGroupMembers command, Observed observed) {
        return GroupFilling.reversion(observed.profiles(), observed.present(), command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(RevertGroupMembers command, Observed observed, Plan plan, Call call) {
        return memberships
                .change(plan.changes(), observed.profiles(), call)
                .map(applied -> new MailboxFact.TargetsReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
