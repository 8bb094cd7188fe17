package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.wire.Failures;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Exchange Online, which alone may write addresses, and Graph, which knows the domains.
public final class ExchangeDirectory implements RecipientDirectory {

    private static final String ADDRESSES = "EmailAddresses";
    private static final String[] PROPERTIES = {"Guid", "DisplayName", "Alias", ADDRESSES};

    private final Graph graph;
    private final ExchangeOnline exchange;

    public ExchangeDirectory(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
        this.exchange = microsoft365.exchange();
    }

    @Override
    public Outcome<String> initialDomain(Call call) {
        var domains = Listing.of(OfTenant.DOMAINS, List.of("id", "isInitial"));
        return graph.all(domains, call)
                .then(all -> all.stream()
                        .filter(domain -> domain.path("isInitial").asBoolean(false))
                        .map(domain -> domain.path("id").asString())
                        .findFirst()
                        .<Outcome<String>>map(Outcome::done)
                        .orElseGet(() ->
                                Outcome.failedForGood("no-initial-domain", "the tenant shows no initial domain")));
    }

    @Override
    public Outcome<Map<String, Recipient>> mailboxes(Collection<String> guids, Call call) {
        var asked = guids.stream()
                .map(guid -> Cmdlet.on("Get-Mailbox", new Identity(guid)).selecting(PROPERTIES))
                .toList();
        return found(asked, call).map(objects -> {
            var recipients = new LinkedHashMap<String, Recipient>();
            objects.stream()
                    .flatMap(Optional::stream)
                    .map(ExchangeDirectory::recipient)
                    .forEach(recipient -> recipients.put(recipient.guid(), recipient));
            return recipients;
        });
    }

    @Override
    public Outcome<List<String>> free(Collection<String> addresses, Call call) {
        var all = List.copyOf(addresses);
        var asked = all.stream()
                .map(address -> Cmdlet.on("Get-Recipient", new Identity(address))
                        .with("IncludeSoftDeletedRecipients", true)
                        .selecting("Guid"))
                .toList();
        return found(asked, call).map(objects -> {
            var free = new ArrayList<String>();
            for (var number = 0; number < all.size(); number++) {
                if (objects.get(number).isEmpty()) {
                    free.add(all.get(number));
                }
            }
            return free;
        });
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        var cmdlets = changes.stream().map(ExchangeDirectory::cmdlet).toList();
        return exchange.each(cmdlets, call).then(outcomes -> {
            var failures = new ArrayList<ObjectFailure>();
            var isTransient = true;
            for (var number = 0; number < outcomes.size(); number++) {
                if (outcomes.get(number) instanceof Outcome.Failed<CmdletOutput> failed) {
                    var change = changes.get(number);
                    failures.add(new ObjectFailure(change.kind(), change.id(), failed.reason()));
                    isTransient &= failed.isTransient() || failed.code().equals("address-in-use");
                }
            }
            return failures.isEmpty()
                    ? Outcome.done(changes.size())
                    : new Outcome.Failed<>(
                            isTransient,
                            "addresses-refused",
                            "%d of %d recipients were not changed, the first: %s"
                                    .formatted(
                                            failures.size(),
                                            changes.size(),
                                            failures.getFirst().reason()),
                            failures,
                            Optional.empty());
        });
    }

    /// Only what comes and goes is named, so that an address that somebody adds at the same moment stays.
    private static Cmdlet cmdlet(Change change) {
        var before = new AddressList(change.before());
        var after = new AddressList(change.after());
        return Cmdlet.on("Set-Mailbox", new Identity(change.id()))
                .changing(ADDRESSES, after.without(before), before.without(after));
    }

    private Outcome<List<Optional<ObjectNode>>> found(List<Cmdlet> cmdlets, Call call) {
        return exchange.each(cmdlets, call).then(outcomes -> {
            var objects = new ArrayList<Optional<ObjectNode>>();
            for (var outcome : outcomes) {
                if (Failures.isFailure(outcome, Failures.NOT_FOUND)) {
                    objects.add(Optional.empty());
                } else if (outcome instanceof Outcome.Done<CmdletOutput>(var output)) {
                    objects.add(output.objects().stream().findFirst());
                } else {
                    return outcome.map(_ -> List.of());
                }
            }
            return Outcome.done(objects);
        });
    }

    private static Recipient recipient(ObjectNode object) {
        return new Recipient(
                object.path("Guid").asString(),
                object.path("DisplayName").asString(""),
                object.path("Alias").asString(""),
                new AddressList(object.path(ADDRESSES)
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()));
    }
}
