package dev.caravan.mailbox.contact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The end of contacts for people who come themselves, and their return. A contact is known by the address outside,
/// since
/// one that is created again has another id.
public final class ContactChanges {

    /// Kind of the objects, as plans, ledger and dump know it; their id is the address outside, as Exchange writes it.
    public static final String KIND = "contact";
    /// The address outside; a contact without it is not there.
    public static final String OUTSIDE = "externalEmailAddress";

    public static final String NAME = "name";
    public static final String DISPLAY_NAME = "displayName";
    public static final String ALIAS = "alias";
    public static final String ADDRESSES = "addresses";
    /// The distribution groups that it is in, by their guid.
    public static final String MEMBER_OF = "memberOf";

    private static final Set<String> PROPERTIES = Set.of(OUTSIDE, NAME, DISPLAY_NAME, ALIAS, ADDRESSES, MEMBER_OF);

    private ContactChanges() {}

    /// Whether a recorded change is one of contacts.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && PROPERTIES.contains(change.property());
    }

    /// What goes with a contact whose mail goes into the moving domains; nothing if it stands for somebody else.
    public static List<Change> removal(Contact contact, MovingDomains domains) {
        return domains.hold(withoutType(contact.outside()))
                ? changes(contact.outside(), values(contact), Map.of(), "%s goes".formatted(shown(contact)))
                : List.of();
    }

    /// The return of removed contacts. Who has been created again meanwhile stays, and gets the addresses and groups
    /// back that it lacks.
    ///
    /// @param present by the address outside
    public static Plan reversion(Map<String, Contact> present, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        recorded.stream()
                .collect(groupingBy(Change::id, LinkedHashMap::new, toList()))
                .forEach((outside, ofOne) -> {
                    var before = new LinkedHashMap<String, List<String>>();
                    ofOne.forEach(change -> before.put(change.property(), change.before()));
                    var contact = present.get(outside);
                    if (contact == null) {
                        changes.addAll(changes(
                                outside,
                                Map.of(),
                                before,
                                "%s (%s) returns".formatted(first(before, DISPLAY_NAME), withoutType(outside))));
                    } else {
                        complete(contact, before, changes, conflicts);
                    }
                });
        return new Plan(changes, conflicts, Math.max(present.size(), changes.size()));
    }

    private static void complete(
            Contact contact, Map<String, List<String>> before, List<Change> changes, List<Conflict> conflicts) {
        var now = values(contact);
        before.forEach((property, wanted) -> {
            var values = now.getOrDefault(property, List.of());
            switch (property) {
                case ADDRESSES -> {
                    var all = new AddressList(values);
                    var missing = new AddressList(wanted).without(all);
                    if (!missing.isEmpty()) {
                        changes.add(change(
                                contact.outside(),
                                ADDRESSES,
                                values,
                                Stream.concat(values.stream(), missing.stream()).toList(),
                                "%s gets %s back".formatted(shown(contact), String.join(", ", missing))));
                    }
                }
                case MEMBER_OF -> {
                    var missing = wanted.stream()
                            .filter(group -> !values.contains(group))
                            .toList();
                    if (!missing.isEmpty()) {
                        changes.add(change(
                                contact.outside(),
                                MEMBER_OF,
                                values,
                                Stream.concat(values.stream(), missing.stream()).toList(),
                                "%s is in %d groups again".formatted(shown(contact), missing.size())));
                    }
                }
                default -> {
                    if (!values.equals(wanted)) {
                        conflicts.add(new Conflict(
                                KIND,
                                contact.outside(),
                                property,
                                values,
                                "%s: %s is %s, as others have it, and stays so"
                                        .formatted(shown(contact), property, String.join(", ", values))));
                    }
                }
            }
        });
    }

    private static Map<String, List<String>> values(Contact contact) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put(OUTSIDE, List.of(contact.outside()));
        values.put(NAME, List.of(contact.name()));
        values.put(DISPLAY_NAME, List.of(contact.displayName()));
        values.put(ALIAS, contact.alias().isEmpty() ? List.of() : List.of(contact.alias()));
        values.put(ADDRESSES, contact.addresses().entries());
        values.put(MEMBER_OF, contact.memberOf());
        return values;
    }

    /// One change per property that has a value before or after.
    private static List<Change> changes(
            String outside, Map<String, List<String>> before, Map<String, List<String>> after, String sentence) {
        return Stream.of(OUTSIDE, NAME, DISPLAY_NAME, ALIAS, ADDRESSES, MEMBER_OF)
                .map(property -> change(
                        outside,
                        property,
                        before.getOrDefault(property, List.of()),
                        after.getOrDefault(property, List.of()),
                        sentence))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static Change change(
            String outside, String property, List<String> before, List<String> after, String sentence) {
        return new Change(KIND, outside, property, before, after, sentence);
    }

    private static String shown(Contact contact) {
        return "%s (%s)".formatted(contact.displayName(), withoutType(contact.outside()));
    }

    private static String first(Map<String, List<String>> values, String property) {
        return values.getOrDefault(property, List.of()).stream().findFirst().orElse("the contact");
    }

    private static String withoutType(String address) {
        return address.substring(address.indexOf(':') + 1);
    }
}
