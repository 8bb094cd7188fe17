package dev.caravan.mailbox.addressing;

import static java.util.stream.Collectors.groupingBy;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.contact.Contact;
import dev.caravan.mailbox.contact.ContactChanges;
import dev.caravan.mailbox.recipient.Contacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Contacts, each known by the address outside; one that is created again gets another guid.
public final class FakeContacts implements Contacts {

    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final List<Change> changed = new ArrayList<>();

    FakeContacts contact(String guid, String address, String... groups) {
        var outside = "SMTP:" + address;
        contacts.put(
                outside,
                new Contact(guid, guid, guid, guid, outside, new AddressList(List.of(outside)), List.of(groups)));
        return this;
    }

    Map<String, Contact> all() {
        return contacts;
    }

    List<Change> changed() {
        return changed;
    }

    @Override
    public Outcome<Map<String, Contact>> of(Collection<String> guids, Call call) {
        var found = new LinkedHashMap<String, Contact>();
        contacts.values().stream()
                .filter(contact -> guids.contains(contact.guid()))
                .forEach(contact -> found.put(contact.guid(), contact));
        return Outcome.done(found);
    }

    @Override
    public Outcome<Map<String, Contact>> standingFor(Collection<String> outside, Call call) {
        var found = new LinkedHashMap<>(contacts);
        found.keySet().retainAll(outside);
        return Outcome.done(found);
    }

    @Override
    public Outcome<Integer> remove(List<Change> changes, Collection<Contact> present, Call call) {
        changes.forEach(change -> contacts.remove(change.id()));
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }

    @Override
    public Outcome<Integer> restore(List<Change> changes, Call call) {
        changes.stream().collect(groupingBy(Change::id)).forEach((outside, ofOne) -> {
            var now = contacts.get(outside);
            contacts.put(
                    outside,
                    new Contact(
                            now == null ? "again-" + outside : now.guid(),
                            value(ofOne, ContactChanges.NAME, now == null ? "" : now.name()),
                            value(ofOne, ContactChanges.DISPLAY_NAME, now == null ? "" : now.displayName()),
                            value(ofOne, ContactChanges.ALIAS, now == null ? "" : now.alias()),
                            outside,
                            new AddressList(values(
                                    ofOne,
                                    ContactChanges.ADDRESSES,
                                    now == null ? List.of() : now.addresses().entries())),
                            values(ofOne, ContactChanges.MEMBER_OF, now == null ? List.of() : now.memberOf())));
        });
        changed.addAll(changes);
        return Outcome.done((int) changes.stream().map(Change::id).distinct().count());
    }

    private static String value(List<Change> changes, String property, String otherwise) {
        return String.join("", values(changes, property, List.of(otherwise)));
    }

    private static List<String> values(List<Change> changes, String property, List<String> otherwise) {
        return changes.stream()
                .filter(change -> change.property().equals(property))
                .map(Change::after)
                .findFirst()
                .orElse(otherwise);
    }
}
