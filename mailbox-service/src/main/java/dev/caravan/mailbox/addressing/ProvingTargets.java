package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.mailbox.addressing.MailboxCommand.ProveTargets;
import dev.caravan.mailbox.pairing.TargetCreation;
import dev.caravan.mailbox.recipient.Delegations;
import dev.caravan.mailbox.recipient.Targets;
import java.util.stream.Stream;

/// Proves that recipients have targets, and that the same people may do the same in both.
final class ProvingTargets implements Asking<ProveTargets, MailboxFact> {

    private final Targets targets;
    private final Delegations delegations;

    ProvingTargets(Targets targets, Delegations delegations) {
        this.targets = targets;
        this.delegations = delegations;
    }

    @Override
    public Outcome<MailboxFact> ask(ProveTargets command, Call call, Telling<MailboxFact> telling) {
        return Pairing.of(command.recipients(), command.tenant(), targets, call)
                .then(pairing -> DelegationsOfBoth.of(pairing, command.tenant(), targets, delegations, call)
                        .then(both -> Differences.unlessAny(
                                Stream.concat(missing(command, pairing), Differences.of(both.plan()))
                                        .toList(),
                                new MailboxFact.TargetsProven(pairing.paired().size()))));
    }

    private static Stream<String> missing(ProveTargets command, Pairing pairing) {
        return pairing.unpaired().stream()
                .filter(source -> TargetCreation.isCreatable(source, command.domains()))
                .map(source -> "%s (%s) has no target".formatted(source.displayName(), source.guid()));
    }
}
