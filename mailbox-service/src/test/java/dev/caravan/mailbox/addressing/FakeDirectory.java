package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A tenant of a few mailboxes.
public final class FakeDirectory implements RecipientDirectory {

    private final Map<String, Recipient> mailboxes = new LinkedHashMap<>();
    private final Set<String> takenByOthers = new HashSet<>();
    private final List<Change> changed = new ArrayList<>();

    FakeDirectory mailbox(String alias, String... addresses) {
        var guid = "guid-" + alias + "-" + mailboxes.size();
        mailboxes.put(guid, new Recipient(guid, alias, alias, new AddressList(List.of(addresses))));
        return this;
    }

    FakeDirectory taken(String address) {
        takenByOthers.add(address);
        return this;
    }

    List<String> guids() {
        return List.copyOf(mailboxes.keySet());
    }

    List<Change> changed() {
        return changed;
    }

    List<AddressList> addresses() {
        return mailboxes.values().stream().map(Recipient::addresses).toList();
    }

    @Override
    public Outcome<String> initialDomain(Call call) {
        return Outcome.done("t.onmicrosoft.com");
    }

    @Override
    public Outcome<Map<String, Recipient>> mailboxes(Collection<String> guids, Call call) {
        var found = new LinkedHashMap<>(mailboxes);
        found.keySet().retainAll(guids);
        return Outcome.done(found);
    }

    @Override
    public Outcome<List<String>> free(Collection<String> addresses, Call call) {
        return Outcome.done(addresses.stream()
                .filter(address -> !takenByOthers.contains(address))
                .filter(address -> mailboxes.values().stream()
                        .noneMatch(mailbox -> mailbox.addresses().smtp().contains(address)))
                .toList());
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        changes.forEach(change -> mailboxes.computeIfPresent(
                change.id(),
                (_, mailbox) -> new Recipient(
                        mailbox.guid(), mailbox.displayName(), mailbox.alias(), new AddressList(change.after()))));
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }
}
