package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Resource;
import dev.caravan.mailbox.access.MailboxAccess;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Pair;
import dev.caravan.mailbox.recipient.Accesses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Full access as Exchange Online has it. Mailboxes do not show up in Outlook by themselves for whoever is given it.
public final class ExchangeAccesses implements Accesses {

    private static final String FULL_ACCESS = "FullAccess";
    private static final String USER = "User";
    private static final String MAILBOX = RecipientKind.MAILBOX.word();

    private final ExchangeOnline exchange;
    private final Graph graph;
    private static final Cmdlet MAILBOXES =
            Cmdlet.of("Get-Mailbox").selecting("Guid", "DisplayName", "ExternalDirectoryObjectId");

    private final Readings readings;

    public ExchangeAccesses(Microsoft365 microsoft365) {
        this.exchange = microsoft365.exchange();
        this.graph = microsoft365.graph();
        this.readings = new Readings(exchange);
    }

    @Override
    public Outcome<Map<String, MailboxAccess>> of(Collection<String> mailboxes, Call call) {
        return readings.byGuid(mailboxes, MAILBOXES, call)
                .then(found -> readings.all(
                                found.keySet(), id -> Cmdlet.on("Get-MailboxPermission", identity(id)), call)
                        .map(permissions -> accesses(found, permissions)));
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        return exchange.each(changes.stream().map(ExchangeAccesses::changing).toList(), call)
                .then(outcomes -> Each.all(changes, outcomes, "access-refused"));
    }

    @Override
    public Outcome<Integer> open(Collection<String> mailboxes, Call call) {
        return readings.byGuid(mailboxes, MAILBOXES, call).then(found -> {
            var owners = found.entrySet().stream()
                    .filter(entry ->
                            RecipientCmdlets.directoryId(entry.getValue()).isPresent())
                    .toList();
            var requests = owners.stream()
                    .map(entry -> GraphRequest.get(Resource.at(
                            "users",
                            RecipientCmdlets.directoryId(entry.getValue()).orElseThrow(),
                            "mailFolders",
                            "inbox")))
                    .toList();
            return graph.each(requests, call)
                    .then(outcomes ->
                            opened(owners.stream().map(Map.Entry::getKey).toList(), outcomes));
        });
    }

    private static <T> Outcome<Integer> opened(List<String> mailboxes, List<Outcome<T>> outcomes) {
        var failures = new ArrayList<ObjectFailure>();
        for (var number = 0; number < mailboxes.size(); number++) {
            if (outcomes.get(number) instanceof Outcome.Failed<T> failed) {
                failures.add(new ObjectFailure(MAILBOX, mailboxes.get(number), failed.reason()));
            }
        }
        return failures.isEmpty()
                ? Outcome.done(mailboxes.size())
                : new Outcome.Failed<>(
                        true,
                        "not-opened",
                        "%d of %d mailboxes could not be opened, the first: %s"
                                .formatted(
                                        failures.size(),
                                        mailboxes.size(),
                                        failures.getFirst().reason()),
                        failures,
                        Optional.empty());
    }

    private static Identity identity(String id) {
        return new Identity(id);
    }

    private static Cmdlet changing(Change change) {
        return change.after().isEmpty()
                ? permission("Remove-MailboxPermission", change).with("Confirm", false)
                : permission("Add-MailboxPermission", change).with("AutoMapping", false);
    }

    private static Cmdlet permission(String name, Change change) {
        var pair = Pair.parse(change.id());
        return Cmdlet.on(name, identity(pair.owner()))
                .with(USER, identity(pair.other()))
                .replacing("AccessRights", List.of(FULL_ACCESS))
                .with("InheritanceType", "All");
    }

    private static Map<String, MailboxAccess> accesses(
            Map<String, ObjectNode> mailboxes, Map<String, List<ObjectNode>> permissions) {
        var accesses = new LinkedHashMap<String, MailboxAccess>();
        mailboxes.forEach((id, mailbox) -> accesses.put(
                id,
                new MailboxAccess(
                        id,
                        mailbox.path("DisplayName").asString(""),
                        permissions.getOrDefault(id, List.of()).stream()
                                .filter(ExchangeAccesses::isOwnFullAccess)
                                .map(permission -> permission.path(USER).asString(""))
                                .toList())));
        return accesses;
    }

    private static boolean isOwnFullAccess(ObjectNode permission) {
        return !permission.path("IsInherited").asBoolean(false)
                && !permission.path("Deny").asBoolean(false)
                && permission
                        .path("AccessRights")
                        .valueStream()
                        .map(JsonNode::asString)
                        .anyMatch(FULL_ACCESS::equals);
    }
}
