package dev.caravan.mailbox.addressing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.SignInName;
import dev.caravan.mailbox.address.User;
import dev.caravan.mailbox.addressing.MailboxCommand.MoveSignInNames;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.List;

/// Gives users sign-in names in the tenant's initial domain.
final class MovingSignInNames implements Doing<MoveSignInNames, MovingSignInNames.Observed, MailboxFact> {

    private final RecipientDirectory directory;
    private final Renaming renaming;

    MovingSignInNames(RecipientDirectory directory) {
        this.directory = directory;
        this.renaming = new Renaming(directory);
    }

    /// @param users how many of those asked for are there
    /// @param moving those whose name is in a moving domain
    /// @param names a free one in the initial domain for each of them, by id
    record Observed(int users, List<User> moving, GivenNames names) {}

    @Override
    public Outcome<Observed> observe(MoveSignInNames command, Call call) {
        return directory
                .initialDomain(call)
                .then(domain -> directory.users(command.users(), call).then(users -> {
                    var moving = users.values().stream()
                            .filter(user -> SignInName.isMoving(user, command.domains()))
                            .toList();
                    var wishes = moving.stream().map(SignInName::wish).toList();
                    return FreeNames.of(wishes, domain, directory, call)
                            .map(names -> new Observed(users.size(), moving, names));
                }));
    }

    @Override
    public Plan plan(MoveSignInNames command, Observed observed) {
        var changes = observed.moving().stream()
                .flatMap(user -> SignInName.plan(
                        user, command.domains(), observed.names().of(user.id()))
                        .stream())
                .toList();
        return Plan.of(changes, observed.users());
    }

    @Override
    public Outcome<MailboxFact> apply(MoveSignInNames command, Observed observed, Plan plan, Call call) {
        var present = observed.users();
        var users = observed.moving().stream().collect(toMap(User::id, identity()));
        return renaming.addressFirst(plan, users, call)
                .map(renamed -> new MailboxFact.SignInNamesMoved(
                        renamed, present - renamed, command.users().size() - present));
    }
}
