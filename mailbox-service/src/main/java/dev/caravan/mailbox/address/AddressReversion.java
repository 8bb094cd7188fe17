package dev.caravan.mailbox.address;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Plans the way back of recorded changes of addresses: what was added goes, what was removed returns, and what others
/// did since stays.
public final class AddressReversion {

    private final List<Change> changes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private AddressReversion() {}

    /// @param recipients those that are still there, by their guid
    public static Plan plan(Map<String, Recipient> recipients, Collection<Change> recorded) {
        var reversion = new AddressReversion();
        for (var change : recorded) {
            var recipient = recipients.get(change.id());
            if (recipient == null) {
                reversion.conflicts.add(conflict(change, List.of(), "it has been removed since and stays so"));
            } else {
                reversion.revert(change, recipient);
            }
        }
        return new Plan(reversion.changes, reversion.conflicts, recipients.size());
    }

    private void revert(Change change, Recipient recipient) {
        var before = new AddressList(change.before());
        var after = new AddressList(change.after());
        var wanted = wanted(before, after, recipient.addresses());
        var foreign = recipient.addresses().without(after).stream()
                .filter(entry -> !before.entries().contains(entry))
                .toList();
        if (!foreign.isEmpty()) {
            conflicts.add(conflict(
                    change,
                    recipient.addresses().entries(),
                    "%s: %s was added by others and stays"
                            .formatted(recipient.displayName(), String.join(", ", foreign))));
        }
        if (!wanted.isSameAs(recipient.addresses())) {
            changes.add(AddressChanges.change(recipient, wanted, sentence(recipient, wanted)));
        }
    }

    /// A primary address that others chose stays the primary one.
    private static AddressList wanted(AddressList before, AddressList after, AddressList observed) {
        var added = after.without(before);
        var wanted = new ArrayList<>(observed.entries());
        wanted.removeAll(added);
        var isPrimaryForeign = wanted.stream()
                .anyMatch(entry ->
                        AddressList.isPrimary(entry) && !before.entries().contains(entry));
        before.without(after).stream()
                .map(entry -> isPrimaryForeign ? AddressList.demoted(entry) : entry)
                .filter(entry -> wanted.stream().noneMatch(entry::equalsIgnoreCase))
                .forEach(wanted::add);
        return new AddressList(wanted);
    }

    private static String sentence(Recipient recipient, AddressList wanted) {
        var gone = recipient.addresses().without(wanted);
        var back = wanted.without(recipient.addresses());
        return recipient.displayName()
                + (gone.isEmpty() ? "" : " loses " + String.join(", ", gone))
                + (gone.isEmpty() || back.isEmpty() ? "" : " and")
                + (back.isEmpty() ? "" : " gets " + String.join(", ", back) + " back");
    }

    private static Conflict conflict(Change change, List<String> observed, String sentence) {
        return new Conflict(change.kind(), change.id(), change.property(), observed, sentence);
    }
}
