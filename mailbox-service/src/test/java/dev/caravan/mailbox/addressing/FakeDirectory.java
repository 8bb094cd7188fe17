package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.address.User;
import dev.caravan.mailbox.recipient.Readdressing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A tenant of a few mailboxes, groups and users. A renamed user's mailbox gets the name as its primary address, as the
/// guides say.
public final class FakeDirectory implements RecipientDirectory {

    private final Map<String, Recipient> recipients = new LinkedHashMap<>();
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Set<String> takenByOthers = new HashSet<>();
    private final List<Change> changed = new ArrayList<>();
    private boolean losesAnswer;

    FakeDirectory mailbox(String alias, String... addresses) {
        return recipient(RecipientKind.MAILBOX, alias, addresses);
    }

    FakeDirectory recipient(RecipientKind kind, String alias, String... addresses) {
        var number = recipients.size();
        var guid = "guid-" + alias + "-" + number;
        var directoryId = Optional.of("id-" + alias + "-" + number);
        recipients.put(guid, new Recipient(guid, kind, directoryId, alias, alias, new AddressList(List.of(addresses))));
        return this;
    }

    /// A user with that sign-in name, whose mailbox is the last one added.
    FakeDirectory user(String signInName) {
        var id = List.copyOf(recipients.values()).getLast().directoryId().orElseThrow();
        users.put(id, new User(id, signInName, signInName, Optional.empty()));
        return this;
    }

    FakeDirectory taken(String address) {
        takenByOthers.add(address);
        return this;
    }

    List<String> guids() {
        return List.copyOf(recipients.keySet());
    }

    List<String> userIds() {
        return List.copyOf(users.keySet());
    }

    List<String> signInNames() {
        return users.values().stream().map(User::signInName).toList();
    }

    List<Change> changed() {
        return changed;
    }

    List<AddressList> addresses() {
        return recipients.values().stream().map(Recipient::addresses).toList();
    }

    @Override
    public Outcome<String> initialDomain(Call call) {
        return Outcome.done("t.onmicrosoft.com");
    }

    @Override
    public Outcome<Map<String, Recipient>> recipients(Collection<String> guids, Call call) {
        var found = new LinkedHashMap<>(recipients);
        found.keySet().retainAll(guids);
        return Outcome.done(found);
    }

    @Override
    public Outcome<Map<String, User>> users(Collection<String> ids, Call call) {
        var found = new LinkedHashMap<String, User>();
        users.values().stream()
                .filter(user -> ids.contains(user.id()))
                .forEach(user -> found.put(
                        user.id(), new User(user.id(), user.displayName(), user.signInName(), recipientOf(user.id()))));
        return Outcome.done(found);
    }

    @Override
    public Outcome<Map<String, Set<String>>> holders(Collection<String> names, Call call) {
        var holders = new HashMap<String, Set<String>>();
        for (var name : names) {
            var ids = new HashSet<String>();
            if (takenByOthers.contains(name)) {
                ids.add("somebody");
            }
            recipients.values().stream()
                    .filter(recipient -> recipient.addresses().smtp().contains(name))
                    .forEach(recipient -> ids.add(recipient.guid()));
            users.values().stream()
                    .filter(user -> user.signInName().equals(name))
                    .forEach(user -> ids.add(user.id()));
            if (!ids.isEmpty()) {
                holders.put(name, ids);
            }
        }
        return Outcome.done(holders);
    }

    @Override
    public Outcome<Integer> changeAddresses(List<Readdressing> changes, Call call) {
        for (var readdressing : changes) {
            var change = readdressing.change();
            readdress(change.id(), _ -> new AddressList(change.after()));
            changed.add(change);
        }
        return Outcome.done(changes.size());
    }

    @Override
    public Outcome<Integer> rename(List<Change> changes, Call call) {
        for (var change : changes) {
            var name = change.after().getFirst();
            users.computeIfPresent(change.id(), (id, user) -> new User(id, user.displayName(), name, Optional.empty()));
            readdress(change.id(), addresses -> addresses.withPrimary(name));
        }
        changed.addAll(changes);
        if (losesAnswer) {
            losesAnswer = false;
            return Outcome.failedForNow("no-answer", "nobody answers");
        }
        return Outcome.done(changes.size());
    }

    /// Users get their next names, and nobody hears of it.
    FakeDirectory losingAnswer() {
        losesAnswer = true;
        return this;
    }

    private void readdress(String id, UnaryOperator<AddressList> to) {
        recipients.replaceAll((guid, recipient) -> recipient.ids().contains(id)
                ? new Recipient(
                        guid,
                        recipient.kind(),
                        recipient.directoryId(),
                        recipient.displayName(),
                        recipient.alias(),
                        to.apply(recipient.addresses()))
                : recipient);
    }

    private Optional<Recipient> recipientOf(String userId) {
        return recipients.values().stream()
                .filter(recipient -> recipient.ids().contains(userId))
                .findFirst();
    }
}
