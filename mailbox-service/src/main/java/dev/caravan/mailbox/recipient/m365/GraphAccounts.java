package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import dev.caravan.mailbox.account.AccountChanges;
import dev.caravan.mailbox.account.ServiceAccount;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.recipient.Accounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Accounts as Microsoft Graph has them. Their passwords are random and nobody learns them.
public final class GraphAccounts implements Accounts {

    private static final String USERS = "users";
    private static final String LICENCES = "assignedLicenses";
    private static final String MARK = "jobTitle";
    private static final List<String> PROPERTIES = List.of("id", AccountChanges.NAME, MARK, LICENCES);
    private static final String REFUSED = "accounts-refused";

    private final Graph graph;

    public GraphAccounts(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
    }

    @Override
    public Outcome<Map<String, ServiceAccount>> called(Collection<String> signInNames, Call call) {
        var accounts = new LinkedHashMap<String, ServiceAccount>();
        for (var name : signInNames) {
            var found = graph.find(Resource.at(USERS, name), PROPERTIES, call);
            if (!(found instanceof Outcome.Done<Optional<ObjectNode>>(var user))) {
                return found.map(_ -> Map.of());
            }
            user.ifPresent(object -> accounts.put(name, account(object)));
        }
        return Outcome.done(accounts);
    }

    @Override
    public Outcome<List<Subscription>> licences(Call call) {
        return Subscriptions.of(graph, call);
    }

    @Override
    public Outcome<Integer> create(List<Change> changes, Call call) {
        var creations = changes.stream()
                .filter(change -> change.property().equals(AccountChanges.NAME))
                .toList();
        var licensing = changes.stream()
                .filter(change -> change.property().equals(AccountChanges.LICENCES))
                .toList();
        return Subscriptions.country(graph, call)
                .then(country -> each(
                        creations.stream()
                                .map(change -> creating(change.id(), country))
                                .toList(),
                        creations,
                        call))
                .then(_ -> each(licensing.stream().map(GraphAccounts::licensing).toList(), licensing, call))
                .map(_ -> (int) changes.stream().map(Change::id).distinct().count());
    }

    @Override
    public Outcome<Integer> remove(Collection<ServiceAccount> accounts, Call call) {
        var changes = accounts.stream().map(GraphAccounts::removal).toList();
        return each(
                        accounts.stream()
                                .map(account -> GraphRequest.delete(user(account)))
                                .toList(),
                        changes,
                        call)
                .then(_ -> each(
                        accounts.stream()
                                .map(account ->
                                        GraphRequest.delete(Resource.at("directory", "deletedItems", account.id())))
                                .toList(),
                        changes,
                        call));
    }

    private Outcome<Integer> each(List<GraphRequest> requests, List<Change> changes, Call call) {
        return graph.each(requests, call)
                .map(outcomes ->
                        outcomes.stream().map(GraphAccounts::goneIsGone).toList())
                .then(outcomes -> Each.all(changes, outcomes, REFUSED));
    }

    /// A repeated removal finds nothing.
    private static Outcome<Boolean> goneIsGone(Outcome<Answer> outcome) {
        return Failures.isFailure(outcome, Failures.NOT_FOUND) ? Outcome.done(true) : outcome.map(_ -> true);
    }

    private static GraphRequest creating(String signInName, String country) {
        var local = signInName.substring(0, signInName.indexOf('@'));
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("accountEnabled", true)
                .put("displayName", local)
                .put("mailNickname", local)
                .put(AccountChanges.NAME, signInName)
                .put(MARK, ServiceAccount.MARK)
                .put("usageLocation", country);
        body.putObject("passwordProfile")
                .put("forceChangePasswordNextSignIn", true)
                .put("password", Passwords.random());
        return GraphRequest.post(Resource.at(USERS), body);
    }

    private static GraphRequest licensing(Change change) {
        var body = JsonNodeFactory.instance.objectNode();
        var added = body.putArray("addLicenses");
        change.after().forEach(sku -> added.addObject().put("skuId", sku).putArray("disabledPlans"));
        body.putArray("removeLicenses");
        return GraphRequest.post(Resource.at(USERS, change.id(), "assignLicense"), body);
    }

    private static Resource user(ServiceAccount account) {
        return Resource.at(USERS, account.id());
    }

    private static Change removal(ServiceAccount account) {
        return new Change(
                AccountChanges.KIND,
                account.signInName(),
                AccountChanges.NAME,
                List.of(account.signInName()),
                List.of(),
                account.signInName());
    }

    private static ServiceAccount account(ObjectNode user) {
        var licences = new ArrayList<String>();
        user.path(LICENCES)
                .valueStream()
                .forEach(licence -> licences.add(licence.path("skuId").asString()));
        return new ServiceAccount(
                user.path("id").asString(),
                user.path(AccountChanges.NAME).asString(""),
                user.path(MARK).asString("").equals(ServiceAccount.MARK),
                licences);
    }
}
