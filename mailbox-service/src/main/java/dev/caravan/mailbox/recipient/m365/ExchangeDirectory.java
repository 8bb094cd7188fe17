package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.SignInName;
import dev.caravan.mailbox.address.User;
import dev.caravan.mailbox.recipient.Readdressing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Exchange Online, which alone may write addresses, and Graph, which knows domains and sign-in names.
public final class ExchangeDirectory implements RecipientDirectory {

    private static final String USERS = "users";

    private final Graph graph;
    private final ExchangeOnline exchange;
    private final Readings readings;

    public ExchangeDirectory(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
        this.exchange = microsoft365.exchange();
        this.readings = new Readings(exchange);
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
    public Outcome<Map<String, Recipient>> recipients(Collection<String> ids, Call call) {
        return readings.byId(ids, RecipientCmdlets.reading(), call).then(ExchangeDirectory::recipients);
    }

    private static Outcome<Map<String, Recipient>> recipients(Map<String, ObjectNode> found) {
        var recipients = new LinkedHashMap<String, Recipient>();
        for (var entry : found.entrySet()) {
            var recipient = RecipientCmdlets.recipient(entry.getValue());
            if (recipient.isEmpty()) {
                return Outcome.failedForGood(
                        "unknown-recipient-type", "a type of recipients that is not known: " + entry.getValue());
            }
            recipients.put(entry.getKey(), recipient.get());
        }
        return Outcome.done(recipients);
    }

    @Override
    public Outcome<Map<String, User>> users(Collection<String> ids, Call call) {
        var all = List.copyOf(ids);
        return found(all, call)
                .then(objects -> recipients(objects.keySet(), call).map(recipients -> {
                    var users = new LinkedHashMap<String, User>();
                    objects.forEach((id, object) -> users.put(
                            id,
                            new User(
                                    id,
                                    object.path("displayName").asString(""),
                                    object.path(SignInName.PROPERTY).asString(""),
                                    Optional.ofNullable(recipients.get(id)))));
                    return users;
                }));
    }

    @Override
    public Outcome<Map<String, Set<String>>> holders(Collection<String> names, Call call) {
        return readings.all(names, RecipientCmdlets::readingHolder, call)
                .then(recipients -> found(List.copyOf(names), call).map(users -> {
                    var holders = new HashMap<String, Set<String>>();
                    recipients.forEach((name, objects) -> objects.forEach(object -> hold(holders, name, id(object))));
                    users.forEach(
                            (name, user) -> hold(holders, name, user.path("id").asString()));
                    return holders;
                }));
    }

    private static void hold(Map<String, Set<String>> holders, String name, String id) {
        holders.computeIfAbsent(name, _ -> new HashSet<>()).add(id);
    }

    @Override
    public Outcome<Integer> changeAddresses(List<Readdressing> changes, Call call) {
        var cmdlets = changes.stream().map(RecipientCmdlets::changing).toList();
        return exchange.each(cmdlets, call)
                .then(outcomes ->
                        Each.all(changes.stream().map(Readdressing::change).toList(), outcomes, "addresses-refused"));
    }

    @Override
    public Outcome<Integer> rename(List<Change> changes, Call call) {
        var requests = changes.stream().map(ExchangeDirectory::renaming).toList();
        return graph.each(requests, call).then(outcomes -> Each.all(changes, outcomes, "names-refused"));
    }

    private static GraphRequest renaming(Change change) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put(SignInName.PROPERTY, change.after().getFirst());
        return GraphRequest.patch(Resource.at(USERS, change.id()), body);
    }

    /// Users by what they were asked for: their id or sign-in name.
    private Outcome<Map<String, ObjectNode>> found(List<String> keys, Call call) {
        var requests = keys.stream()
                .map(key -> GraphRequest.get(Resource.at(USERS, key)))
                .toList();
        return graph.each(requests, call).then(outcomes -> {
            var users = new LinkedHashMap<String, ObjectNode>();
            for (var number = 0; number < keys.size(); number++) {
                var outcome = outcomes.get(number);
                if (outcome instanceof Outcome.Done<Answer>(var answer)) {
                    var key = keys.get(number);
                    answer.json().ifPresent(user -> users.put(key, user));
                } else if (!Failures.isFailure(outcome, Failures.NOT_FOUND)) {
                    return outcome.map(_ -> Map.of());
                }
            }
            return Outcome.done(users);
        });
    }

    private static String id(ObjectNode recipient) {
        return RecipientCmdlets.directoryId(recipient)
                .orElseGet(() -> recipient.path("Guid").asString());
    }
}
