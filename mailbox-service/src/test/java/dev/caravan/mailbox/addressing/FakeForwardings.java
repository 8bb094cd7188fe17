package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.forwarding.Forwarding;
import dev.caravan.mailbox.forwarding.ForwardingChanges;
import dev.caravan.mailbox.recipient.Forwardings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mailboxes that forward to addresses outside.
public final class FakeForwardings implements Forwardings {

    private final Map<String, Forwarding> mailboxes = new LinkedHashMap<>();
    private final List<Change> changed = new ArrayList<>();

    FakeForwardings forwarding(String guid, String address) {
        mailboxes.put(guid, new Forwarding(guid, guid, Optional.empty(), Optional.of(address), false));
        return this;
    }

    List<Change> changed() {
        return changed;
    }

    @Override
    public Outcome<Map<String, Forwarding>> of(Collection<String> guids, Call call) {
        var found = new LinkedHashMap<>(mailboxes);
        found.keySet().retainAll(guids);
        return Outcome.done(found);
    }

    @Override
    public Outcome<List<Forwarding>> all(Call call) {
        return Outcome.done(List.copyOf(mailboxes.values()));
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        changes.stream()
                .filter(change -> change.property().equals(ForwardingChanges.OUTSIDE))
                .forEach(change -> mailboxes.computeIfPresent(
                        change.id(),
                        (guid, mailbox) -> new Forwarding(
                                guid,
                                mailbox.displayName(),
                                Optional.empty(),
                                change.after().stream().findFirst(),
                                mailbox.keepsCopy())));
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }
}
