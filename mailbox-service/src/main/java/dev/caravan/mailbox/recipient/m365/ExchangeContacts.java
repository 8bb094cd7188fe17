package dev.caravan.mailbox.recipient.m365;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.wire.Failures;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.contact.Contact;
import dev.caravan.mailbox.contact.ContactChanges;
import dev.caravan.mailbox.recipient.Contacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Contacts as Exchange Online has them. Which groups a contact is in is asked of every group, since Exchange says it
/// the other way round only.
public final class ExchangeContacts implements Contacts {

    private static final String[] PROPERTIES = {
        "Guid", "Name", "Identity", "DisplayName", "Alias", "ExternalEmailAddress", "EmailAddresses"
    };
    private static final String ALREADY_MEMBER = "already-member";
    private static final String REFUSED = "contacts-refused";

    private final ExchangeOnline exchange;
    private final Readings readings;

    public ExchangeContacts(Microsoft365 microsoft365) {
        this.exchange = microsoft365.exchange();
        this.readings = new Readings(exchange);
    }

    @Override
    public Outcome<Map<String, Contact>> of(Collection<String> guids, Call call) {
        return readings.byGuid(guids, Cmdlet.of("Get-MailContact").selecting(PROPERTIES), call)
                .then(found -> withGroups(found, call));
    }

    @Override
    public Outcome<Map<String, Contact>> standingFor(Collection<String> outside, Call call) {
        return readings.one(outside, address -> reading(withoutType(address)), call)
                .then(found -> withGroups(found, call));
    }

    @Override
    public Outcome<Integer> remove(List<Change> changes, Collection<Contact> present, Call call) {
        var guids = present.stream().collect(Collectors.toMap(Contact::outside, Contact::guid));
        var firsts = firstOfEach(changes);
        return exchange.each(
                        firsts.stream()
                                .map(change -> Cmdlet.on(
                                                "Remove-MailContact",
                                                new Identity(guids.getOrDefault(change.id(), withoutType(change.id()))))
                                        .with("Confirm", false))
                                .toList(),
                        call)
                .then(outcomes -> Each.all(firsts, outcomes, REFUSED))
                .map(_ -> firsts.size());
    }

    @Override
    public Outcome<Integer> restore(List<Change> changes, Call call) {
        var creations = changes.stream()
                .filter(change -> change.property().equals(ContactChanges.OUTSIDE))
                .toList();
        return exchange.each(
                        creations.stream()
                                .map(change -> creating(change, changes))
                                .toList(),
                        call)
                .then(outcomes -> Each.all(creations, outcomes, REFUSED))
                .then(_ -> addressing(changes, call))
                .then(_ -> joining(changes, call))
                .map(_ -> firstOfEach(changes).size());
    }

    private Outcome<Integer> addressing(List<Change> changes, Call call) {
        var ofAddresses = changes.stream()
                .filter(change -> change.property().equals(ContactChanges.ADDRESSES))
                .filter(change -> change.after().size() > 1)
                .toList();
        return exchange.each(
                        ofAddresses.stream()
                                .map(change -> Cmdlet.on("Set-MailContact", new Identity(withoutType(change.id())))
                                        .changing(
                                                "EmailAddresses",
                                                new AddressList(change.after())
                                                        .without(new AddressList(List.of(change.id()))),
                                                List.of()))
                                .toList(),
                        call)
                .then(outcomes -> Each.all(ofAddresses, outcomes, REFUSED));
    }

    private Outcome<Integer> joining(List<Change> changes, Call call) {
        var asked = new ArrayList<Change>();
        var cmdlets = new ArrayList<Cmdlet>();
        for (var change : changes) {
            if (change.property().equals(ContactChanges.MEMBER_OF)) {
                change.after().stream()
                        .filter(group -> !change.before().contains(group))
                        .forEach(group -> {
                            asked.add(change);
                            cmdlets.add(Cmdlet.on("Add-DistributionGroupMember", new Identity(group))
                                    .with("Member", new Identity(withoutType(change.id())))
                                    .with("BypassSecurityGroupManagerCheck", true));
                        });
            }
        }
        return exchange.each(cmdlets, call)
                .map(outcomes -> outcomes.stream()
                        .map(outcome -> Failures.isFailure(outcome, ALREADY_MEMBER)
                                ? Outcome.done(true)
                                : outcome.map(_ -> true))
                        .toList())
                .then(outcomes -> Each.all(asked, outcomes, REFUSED));
    }

    private static Cmdlet creating(Change creation, List<Change> changes) {
        var cmdlet = Cmdlet.of("New-MailContact").with("ExternalEmailAddress", withoutType(creation.id()));
        for (var change : changes) {
            if (!change.id().equals(creation.id())) {
                continue;
            }
            cmdlet = switch (change.property()) {
                case ContactChanges.NAME -> cmdlet.with("Name", change.after().getFirst());
                case ContactChanges.DISPLAY_NAME ->
                    cmdlet.with("DisplayName", change.after().getFirst());
                case ContactChanges.ALIAS -> cmdlet.with("Alias", change.after().getFirst());
                default -> cmdlet;
            };
        }
        return cmdlet;
    }

    private Outcome<Map<String, Contact>> withGroups(Map<String, ObjectNode> found, Call call) {
        return found.isEmpty()
                ? Outcome.done(Map.of())
                : memberships(call).map(groups -> {
                    var contacts = new LinkedHashMap<String, Contact>();
                    found.forEach((key, object) -> contacts.put(key, contact(object, groups)));
                    return contacts;
                });
    }

    /// The groups of every member, by the member's guid.
    private Outcome<Map<String, List<String>>> memberships(Call call) {
        return exchange.invoke(Cmdlet.of("Get-DistributionGroup").selecting("Guid"), call)
                .map(output -> output.objects().stream()
                        .map(group -> group.path("Guid").asString())
                        .toList())
                .then(groups -> InTurn.flat(
                        groups,
                        group -> exchange.invoke(
                                        Cmdlet.on("Get-DistributionGroupMember", new Identity(group))
                                                .selecting("Guid"),
                                        call)
                                .map(members -> members.objects().stream()
                                        .map(member ->
                                                Map.entry(member.path("Guid").asString(), group))
                                        .toList())))
                .map(pairs -> pairs.stream()
                        .collect(groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, toList()))));
    }

    private static Contact contact(ObjectNode object, Map<String, List<String>> groups) {
        var guid = object.path("Guid").asString();
        return new Contact(
                guid,
                text(object, "Name").isEmpty() ? text(object, "Identity") : text(object, "Name"),
                text(object, "DisplayName"),
                text(object, "Alias"),
                text(object, "ExternalEmailAddress"),
                new AddressList(object.path("EmailAddresses")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()),
                groups.getOrDefault(guid, List.of()));
    }

    private static List<Change> firstOfEach(List<Change> changes) {
        return List.copyOf(changes.stream()
                .collect(Collectors.toMap(Change::id, Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values());
    }

    private static Cmdlet reading(String id) {
        return Cmdlet.on("Get-MailContact", new Identity(id)).selecting(PROPERTIES);
    }

    private static String text(JsonNode object, String property) {
        return object.path(property).asString("");
    }

    private static String withoutType(String address) {
        return address.substring(address.indexOf(':') + 1);
    }
}
