package dev.caravan.mailbox.address;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Plans the way back of recorded changes of addresses: what was added goes, what was removed returns, the primary
/// address is what it was, and what others did since stays.
public final class AddressReversion {

    private final List<Change> changes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private AddressReversion() {}

    /// @param recipients those that are still there, by the id that the changes name them by
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
                .filter(entry -> !before.has(entry))
                .toList();
        if (!foreign.isEmpty()) {
            conflicts.add(conflict(
                    change,
                    recipient.addresses().entries(),
                    "%s: %s was added by others and stays"
                            .formatted(recipient.displayName(), String.join(", ", foreign))));
        }
        if (!wanted.isSameAs(recipient.addresses())) {
            changes.add(AddressChanges.change(
                    change.kind(), change.id(), recipient.addresses(), wanted, sentence(recipient, wanted)));
        }
    }

    private static AddressList wanted(AddressList before, AddressList after, AddressList observed) {
        var kept = observed.minus(after.without(before));
        var returned = before.without(after).stream()
                .filter(entry -> !kept.has(entry))
                .map(AddressList::demoted)
                .toList();
        var all = kept.adding(returned);
        return before.primary()
                .filter(_ -> isPrimaryOurs(before, after, observed))
                .filter(primary -> all.smtp().stream().anyMatch(primary::equalsIgnoreCase))
                .map(all::withPrimary)
                .orElse(all);
    }

    /// A primary address that others chose stays the primary one.
    private static boolean isPrimaryOurs(AddressList before, AddressList after, AddressList observed) {
        var isMoved = !before.primary().equals(after.primary());
        var isAsWeLeftIt =
                observed.primary().equals(after.primary()) || observed.primary().equals(before.primary());
        return isMoved && isAsWeLeftIt;
    }

    private static String sentence(Recipient recipient, AddressList wanted) {
        var gone = recipient.addresses().without(wanted);
        var back = wanted.without(recipient.addresses());
        var said = new ArrayList<String>();
        if (!gone.isEmpty()) {
            said.add("loses " + String.join(", ", gone));
        }
        if (!back.isEmpty()) {
            said.add("gets " + String.join(", ", back) + " back");
        }
        wanted.primary()
                .filter(primary -> !recipient.addresses().primary().equals(wanted.primary()))
                .ifPresent(primary -> said.add("has " + primary + " as primary address again"));
        return recipient.displayName() + " " + String.join(", ", said);
    }

    private static Conflict conflict(Change change, List<String> observed, String sentence) {
        return new Conflict(change.kind(), change.id(), change.property(), observed, sentence);
    }
}
