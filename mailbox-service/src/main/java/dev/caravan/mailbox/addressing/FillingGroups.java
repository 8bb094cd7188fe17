package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.addressing.MailboxCommand.FillGroups;
import dev.caravan.mailbox.pairing.GroupFilling;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.recipient.Memberships;
import dev.caravan.mailbox.recipient.Targets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Puts the targets of members into the targets of their groups.
final class FillingGroups implements Doing<FillGroups, FillingGroups.Observed, MailboxFact> {

    private final Targets targets;
    private final Memberships memberships;

    FillingGroups(Targets targets, Memberships memberships) {
        this.targets = targets;
        this.memberships = memberships;
    }

    /// @param targets of groups and members, by the guid of whom they are the target of
    /// @param wanted members at the source, by group
    /// @param present members at the destination, by group
    record Observed(
            Pairing pairing,
            Map<String, Profile> targets,
            Map<String, Set<String>> wanted,
            Map<String, Set<String>> present) {}

    @Override
    public Outcome<Observed> observe(FillGroups command, Call call) {
        return Pairing.of(command.groups(), command.tenant(), targets, call)
                .then(pairing -> call.through(command.tenant())
                        .then(source -> memberships.of(pairing.paired(), source))
                        .then(wanted -> targets.of(
                                        wanted.values().stream()
                                                .flatMap(Set::stream)
                                                .distinct()
                                                .toList(),
                                        call)
                                .then(members -> memberships
                                        .of(pairing.targets().values(), call)
                                        .map(present ->
                                                new Observed(pairing, pairing.and(members), wanted, present)))));
    }

    @Override
    public Plan plan(FillGroups command, Observed observed) {
        return GroupFilling.plan(
                observed.pairing().sources().values(), observed.targets(), observed.wanted(), observed.present());
    }

    @Override
    public Outcome<MailboxFact> apply(FillGroups command, Observed observed, Plan plan, Call call) {
        var profiles = new LinkedHashMap<String, Profile>();
        observed.targets().values().forEach(target -> profiles.put(target.guid(), target));
        var unmapped = (int) observed.wanted().values().stream()
                .flatMap(Set::stream)
                .filter(member -> !observed.targets().containsKey(member))
                .count();
        var gone = command.groups().size() - observed.pairing().sources().size();
        return memberships
                .change(plan.changes(), profiles, call)
                .map(applied -> new MailboxFact.GroupsFilled(applied, unmapped, gone));
    }
}
