package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.addressing.MailboxCommand.AddMovedAddresses;
import dev.caravan.mailbox.addressing.MailboxCommand.SetMovedPrimaries;
import dev.caravan.mailbox.pairing.MovedAddresses;
import dev.caravan.mailbox.recipient.Readdressing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.Targets;
import java.util.List;
import java.util.function.Function;

/// Gives targets addresses that their sources have lost. Its extent is the ledger's, so no share of the tenant limits
/// it.
///
/// @param <C> the command
final class MovingAddresses<C extends MailboxCommand> implements Doing<C, MovedAddresses.Observed, MailboxFact> {

    private final RecipientDirectory directory;
    private final LostAddresses lost;
    private final Function<C, Ask> asking;

    private MovingAddresses(RecipientDirectory directory, Targets targets, Function<C, Ask> asking) {
        this.directory = directory;
        this.lost = new LostAddresses(directory, targets);
        this.asking = asking;
    }

    /// What a command asks for.
    ///
    /// @param addresses those that a change has to do with
    /// @param planning what has to change
    private record Ask(
            List<Change> changes,
            Target tenant,
            Function<Change, List<String>> addresses,
            Function<MovedAddresses.Observed, Plan> planning) {}

    static MovingAddresses<AddMovedAddresses> adding(RecipientDirectory directory, Targets targets) {
        return new MovingAddresses<>(
                directory,
                targets,
                command -> new Ask(
                        command.changes(),
                        command.tenant(),
                        change -> MovedAddresses.lost(change, command.domains()),
                        observed -> MovedAddresses.adding(command.changes(), command.domains(), observed)));
    }

    static MovingAddresses<SetMovedPrimaries> promoting(RecipientDirectory directory, Targets targets) {
        return new MovingAddresses<>(
                directory,
                targets,
                command -> new Ask(
                        command.changes(),
                        command.tenant(),
                        change -> MovedAddresses.replacedPrimary(change, command.domains()).stream()
                                .toList(),
                        observed -> MovedAddresses.promoting(command.changes(), command.domains(), observed)));
    }

    @Override
    public Outcome<MovedAddresses.Observed> observe(C command, Call call) {
        var ask = asking.apply(command);
        return lost.observe(ask.changes(), ask.addresses(), ask.tenant(), call);
    }

    @Override
    public Plan plan(C command, MovedAddresses.Observed observed) {
        return asking.apply(command).planning().apply(observed);
    }

    @Override
    public Outcome<MailboxFact> apply(C command, MovedAddresses.Observed observed, Plan plan, Call call) {
        return Obstacles.unless(
                plan,
                directory.changeAddresses(Readdressing.of(plan.changes()), call).map(MailboxFact.AddressesMoved::new));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
