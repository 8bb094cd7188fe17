package dev.caravan.mailbox.recipient.m365;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.mailbox.forwarding.Forwarding;
import dev.caravan.mailbox.forwarding.ForwardingChanges;
import dev.caravan.mailbox.recipient.Forwardings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Forwarding as Exchange Online has it.
public final class ExchangeForwardings implements Forwardings {

    private static final String INSIDE = "ForwardingAddress";
    private static final String OUTSIDE = "ForwardingSmtpAddress";
    private static final String KEEPS_COPY = "DeliverToMailboxAndForward";
    private static final String[] OF_MAILBOXES = {"Guid", "DisplayName", INSIDE, OUTSIDE, KEEPS_COPY};
    private static final String[] OF_TARGETS = {"Guid", "PrimarySmtpAddress", "ExternalEmailAddress"};

    private final ExchangeOnline exchange;
    private final Readings readings;

    public ExchangeForwardings(Microsoft365 microsoft365) {
        this.exchange = microsoft365.exchange();
        this.readings = new Readings(exchange);
    }

    @Override
    public Outcome<Map<String, Forwarding>> of(Collection<String> mailboxes, Call call) {
        return readings.byGuid(mailboxes, Cmdlet.of("Get-Mailbox").selecting(OF_MAILBOXES), call)
                .then(found -> forwardings(found, call));
    }

    @Override
    public Outcome<List<Forwarding>> all(Call call) {
        var forwarding = Cmdlet.of("Get-Mailbox")
                .with("Filter", "%s -ne $null -or %s -ne $null".formatted(INSIDE, OUTSIDE))
                .selecting(OF_MAILBOXES);
        return exchange.invoke(forwarding, call)
                .then(output -> {
                    var found = new LinkedHashMap<String, ObjectNode>();
                    output.objects().forEach(mailbox -> text(mailbox, "Guid").ifPresent(id -> found.put(id, mailbox)));
                    return forwardings(found, call);
                })
                .map(all -> List.copyOf(all.values()));
    }

    private Outcome<Map<String, Forwarding>> forwardings(Map<String, ObjectNode> found, Call call) {
        var names = found.values().stream()
                .flatMap(mailbox -> text(mailbox, INSIDE).stream())
                .distinct()
                .toList();
        return readings.one(names, name -> reading("Get-Recipient", name, OF_TARGETS), call)
                .map(targets -> forwardings(found, targets));
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        var byMailbox = changes.stream().collect(groupingBy(Change::id, LinkedHashMap::new, toList()));
        var firsts = byMailbox.values().stream().map(List::getFirst).toList();
        return present(changes, call)
                .then(present -> exchange.each(
                        byMailbox.values().stream()
                                .map(ofOne -> cmdlet(ofOne, present))
                                .toList(),
                        call))
                .then(outcomes -> Each.all(firsts, outcomes, "forwarding-refused"))
                .map(_ -> changes.size());
    }

    /// The ids of recipients that these changes name and that are still there.
    private Outcome<Set<String>> present(List<Change> changes, Call call) {
        var ids = changes.stream()
                .filter(change -> change.property().equals(ForwardingChanges.INSIDE))
                .flatMap(change -> change.after().stream().skip(1))
                .distinct()
                .toList();
        return readings.one(ids, id -> reading("Get-Recipient", id, OF_TARGETS), call)
                .map(Map::keySet);
    }

    private static Cmdlet reading(String name, String id, String... properties) {
        return Cmdlet.on(name, new Identity(id)).selecting(properties);
    }

    private static Cmdlet cmdlet(List<Change> changes, Set<String> present) {
        var cmdlet = Cmdlet.on("Set-Mailbox", new Identity(changes.getFirst().id()));
        for (var change : changes) {
            cmdlet = switch (change.property()) {
                case ForwardingChanges.INSIDE ->
                    change.after().isEmpty()
                            ? cmdlet.clearing(INSIDE)
                            : cmdlet.with(INSIDE, new Identity(target(change.after(), present)));
                case ForwardingChanges.OUTSIDE ->
                    change.after().isEmpty()
                            ? cmdlet.clearing(OUTSIDE)
                            : cmdlet.with(OUTSIDE, change.after().getFirst());
                default -> cmdlet.with(KEEPS_COPY, change.after().equals(List.of("true")));
            };
        }
        return cmdlet;
    }

    /// By id; a recipient that was removed and created again is known by its name alone.
    private static String target(List<String> nameAndId, Set<String> present) {
        return nameAndId.stream().skip(1).filter(present::contains).findFirst().orElse(nameAndId.getFirst());
    }

    private static Map<String, Forwarding> forwardings(
            Map<String, ObjectNode> mailboxes, Map<String, ObjectNode> targets) {
        var forwardings = new LinkedHashMap<String, Forwarding>();
        mailboxes.forEach((id, mailbox) -> forwardings.put(
                id,
                new Forwarding(
                        id,
                        mailbox.path("DisplayName").asString(""),
                        text(mailbox, INSIDE).map(name -> target(name, Optional.ofNullable(targets.get(name)))),
                        text(mailbox, OUTSIDE),
                        mailbox.path(KEEPS_COPY).asBoolean(false))));
        return forwardings;
    }

    /// Mail to a contact ends up outside.
    private static Forwarding.Target target(String name, Optional<ObjectNode> recipient) {
        return new Forwarding.Target(
                name,
                recipient.flatMap(object -> text(object, "Guid")).orElse(""),
                recipient
                        .flatMap(object ->
                                text(object, "ExternalEmailAddress").or(() -> text(object, "PrimarySmtpAddress")))
                        .map(ExchangeForwardings::withoutType)
                        .orElse(""));
    }

    private static Optional<String> text(JsonNode object, String property) {
        return object.path(property).stringValueOpt().filter(text -> !text.isBlank());
    }

    private static String withoutType(String address) {
        return address.substring(address.indexOf(':') + 1);
    }
}
