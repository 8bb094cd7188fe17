package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.SignInName;
import dev.caravan.mailbox.address.User;
import dev.caravan.mailbox.recipient.Readdressing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries plans of sign-in names and the addresses that go with them out. Exchange gives a renamed user's mailbox an
/// address of that name by itself, and may make it the primary one: afterwards it is looked at again.
record Renaming(RecipientDirectory directory) {

    /// Gives users their addresses before their names: whoever has a new name has the addresses that go with it, even
    /// if nothing of this comes to its end.
    ///
    /// @param users the present ones by their id
    /// @return how many users were renamed
    Outcome<Integer> addressFirst(Plan plan, Map<String, User> users, Call call) {
        var changes = plan.changes().stream()
                .filter(SignInName::isOfAddresses)
                .flatMap(change -> left(change, users).stream())
                .toList();
        return directory.changeAddresses(changes, call).then(_ -> carryOut(plan, call));
    }

    /// @return how many users were renamed
    Outcome<Integer> carryOut(Plan plan, Call call) {
        var names = plan.changes().stream().filter(SignInName::isOne).toList();
        var addresses =
                plan.changes().stream().filter(SignInName::isOfAddresses).toList();
        return directory
                .rename(names, call)
                .then(renamed -> settle(addresses, call).map(_ -> renamed));
    }

    private Outcome<Integer> settle(List<Change> planned, Call call) {
        var ids = planned.stream().map(Change::id).toList();
        return directory
                .users(ids, call)
                .then(users -> directory.changeAddresses(
                        planned.stream()
                                .flatMap(change -> left(change, users).stream())
                                .toList(),
                        call));
    }

    private static Optional<Readdressing> left(Change change, Map<String, User> users) {
        return Optional.ofNullable(users.get(change.id()))
                .flatMap(User::recipient)
                .filter(recipient -> !recipient.addresses().isSameAs(new AddressList(change.after())))
                .map(recipient -> new Readdressing(recipient.kind(), fromNow(change, recipient)));
    }

    private static Change fromNow(Change change, Recipient recipient) {
        return new Change(
                change.kind(),
                change.id(),
                change.property(),
                recipient.addresses().entries(),
                change.after(),
                change.sentence());
    }
}
