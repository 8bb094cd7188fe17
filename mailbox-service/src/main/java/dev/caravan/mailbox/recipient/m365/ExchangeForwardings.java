package dev.caravan.mailbox.recipient.m365;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.wire.Failures;
import dev.caravan.mailbox.forwarding.Forwarding;
import dev.caravan.mailbox.forwarding.ForwardingChanges;
import dev.caravan.mailbox.recipient.Forwardings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public ExchangeForwardings(Microsoft365 microsoft365) {
        this.exchange = microsoft365.exchange();
    }

    @Override
    public Outcome<Map<String, Forwarding>> of(Collection<String> mailboxes, Call call) {
        return read(List.copyOf(mailboxes), "Get-Mailbox", OF_MAILBOXES, call).then(found -> {
            var names = found.values().stream()
                    .flatMap(mailbox -> text(mailbox, INSIDE).stream())
                    .distinct()
                    .toList();
            return read(names, "Get-Recipient", OF_TARGETS, call).map(targets -> forwardings(found, targets));
        });
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        var byMailbox = changes.stream().collect(groupingBy(Change::id, LinkedHashMap::new, toList()));
        var cmdlets =
                byMailbox.values().stream().map(ExchangeForwardings::cmdlet).toList();
        var firsts = byMailbox.values().stream().map(List::getFirst).toList();
        return exchange.each(cmdlets, call)
                .then(outcomes -> Each.all(firsts, outcomes, "forwarding-refused"))
                .map(_ -> changes.size());
    }

    private static Cmdlet cmdlet(List<Change> changes) {
        var cmdlet = Cmdlet.on("Set-Mailbox", new Identity(changes.getFirst().id()));
        for (var change : changes) {
            cmdlet = switch (change.property()) {
                case ForwardingChanges.INSIDE ->
                    change.after().isEmpty()
                            ? cmdlet.clearing(INSIDE)
                            : cmdlet.with(INSIDE, new Identity(change.after().getFirst()));
                case ForwardingChanges.OUTSIDE ->
                    change.after().isEmpty()
                            ? cmdlet.clearing(OUTSIDE)
                            : cmdlet.with(OUTSIDE, change.after().getFirst());
                default -> cmdlet.with(KEEPS_COPY, change.after().equals(List.of("true")));
            };
        }
        return cmdlet;
    }

    private Outcome<Map<String, ObjectNode>> read(List<String> ids, String name, String[] properties, Call call) {
        var cmdlets = ids.stream()
                .map(id -> Cmdlet.on(name, new Identity(id)).selecting(properties))
                .toList();
        return exchange.each(cmdlets, call).then(outcomes -> {
            var found = new LinkedHashMap<String, ObjectNode>();
            for (var number = 0; number < ids.size(); number++) {
                var outcome = outcomes.get(number);
                if (outcome instanceof Outcome.Done<CmdletOutput>(var output)) {
                    var id = ids.get(number);
                    output.objects().stream().findFirst().ifPresent(object -> found.put(id, object));
                } else if (!Failures.isFailure(outcome, Failures.NOT_FOUND)) {
                    return outcome.map(_ -> Map.of());
                }
            }
            return Outcome.done(found);
        });
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
