package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Delegation;
import dev.caravan.mailbox.pairing.Grant;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.recipient.Delegations;
import dev.caravan.mailbox.recipient.Targets;
import java.util.List;
import java.util.Map;

/// Rights in mailboxes of the source and in their targets.
///
/// @param targets of mailboxes and holders, by the guid of whom they are the target of
/// @param wanted at the source, by mailbox
/// @param present at the destination, by mailbox
record DelegationsOfBoth(
        Pairing pairing,
        Map<String, Profile> targets,
        Map<String, List<Grant>> wanted,
        Map<String, List<Grant>> present) {

    /// @param tenant the source
    static Outcome<DelegationsOfBoth> of(
            Pairing pairing, Target tenant, Targets targets, Delegations delegations, Call call) {
        var mailboxes = pairing.paired().stream()
                .filter(source -> source.kind() == RecipientKind.MAILBOX)
                .toList();
        return call.through(tenant)
                .then(source ->
                        delegations.of(mailboxes.stream().map(Profile::guid).toList(), source))
                .then(wanted -> targets.of(
                                wanted.values().stream()
                                        .flatMap(List::stream)
                                        .map(Grant::holder)
                                        .filter(holder -> !holder.isEmpty())
                                        .distinct()
                                        .toList(),
                                call)
                        .then(holders -> delegations
                                .of(
                                        mailboxes.stream()
                                                .map(source ->
                                                        pairing.target(source).guid())
                                                .toList(),
                                        call)
                                .map(present ->
                                        new DelegationsOfBoth(pairing, pairing.and(holders), wanted, present))));
    }

    Plan plan() {
        return Delegation.plan(pairing.sources().values(), targets, wanted, present);
    }

    /// How many rights are of holders without a target.
    int unmapped() {
        return Delegation.unmapped(pairing.sources().values(), targets, wanted);
    }
}
