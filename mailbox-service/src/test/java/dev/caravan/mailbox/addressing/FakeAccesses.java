package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.access.MailboxAccess;
import dev.caravan.mailbox.pairing.Pair;
import dev.caravan.mailbox.recipient.Accesses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mailboxes and who may open them.
final class FakeAccesses implements Accesses {

    private final Map<String, List<String>> accesses = new LinkedHashMap<>();
    private final List<Change> changed = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();

    FakeAccesses mailbox(String guid, String... accounts) {
        accesses.put(guid, new ArrayList<>(List.of(accounts)));
        return this;
    }

    List<String> of(String guid) {
        return List.copyOf(accesses.getOrDefault(guid, List.of()));
    }

    List<Change> changed() {
        return changed;
    }

    List<String> opened() {
        return opened;
    }

    @Override
    public Outcome<Map<String, MailboxAccess>> of(Collection<String> mailboxes, Call call) {
        var found = new LinkedHashMap<String, MailboxAccess>();
        accesses.forEach((guid, accounts) -> {
            if (mailboxes.contains(guid)) {
                found.put(guid, new MailboxAccess(guid, guid, accounts));
            }
        });
        return Outcome.done(found);
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        for (var change : changes) {
            var pair = Pair.parse(change.id());
            accesses.computeIfPresent(pair.owner(), (_, accounts) -> {
                var after = new ArrayList<>(accounts);
                after.remove(pair.other());
                if (!change.after().isEmpty()) {
                    after.add(pair.other());
                }
                return after;
            });
        }
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }

    @Override
    public Outcome<Integer> open(Collection<String> mailboxes, Call call) {
        opened.addAll(mailboxes);
        return Outcome.done(mailboxes.size());
    }
}
