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
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Destination;
import dev.caravan.mailbox.pairing.NewTarget;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetCreation.Made;
import dev.caravan.mailbox.recipient.TargetCreations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Targets in a cloud tenant, created where the product that masters them is.
public final class TenantCreations implements TargetCreations {

    private static final List<String> OF_SIGN_INS =
            List.of("id", "userPrincipalName", CreatingRequests.ATTRIBUTES, "assignedLicenses");

    private final Graph graph;
    private final ExchangeOnline exchange;
    private final CreatedTargets created;

    public TenantCreations(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
        this.exchange = microsoft365.exchange();
        this.created = new CreatedTargets(graph, exchange, this::signIns);
    }

    @Override
    public Outcome<Destination> destination(MovingDomains moving, Call call) {
        var domains = Listing.of(OfTenant.DOMAINS, List.of("id", "isInitial", "isDefault", "isVerified"));
        return graph.all(domains, call)
                .then(all -> Subscriptions.country(graph, call)
                        .then(country -> Subscriptions.of(graph, call)
                                .then(subscriptions -> destination(all, country, subscriptions, moving))));
    }

    private static Outcome<Destination> destination(
            List<ObjectNode> domains, String country, List<Subscription> subscriptions, MovingDomains moving) {
        var initial = first(domains, domain -> domain.path("isInitial").asBoolean(false));
        var standing = first(
                domains,
                domain -> domain.path("isDefault").asBoolean(false)
                        && domain.path("isVerified").asBoolean(false)
                        && moving.holding(domain.path("id").asString()).isEmpty());
        if (initial.isEmpty()) {
            return Outcome.failedForGood("no-initial-domain", "the tenant shows no initial domain");
        }
        return Outcome.done(new Destination(standing.isEmpty() ? initial : standing, initial, country, subscriptions));
    }

    private static String first(List<ObjectNode> domains, Predicate<ObjectNode> wanted) {
        return domains.stream()
                .filter(wanted)
                .map(domain -> domain.path("id").asString())
                .findFirst()
                .orElse("");
    }

    @Override
    public Outcome<Map<String, List<String>>> partNumbers(Collection<String> users, Call call) {
        return read(users, List.of("id", "assignedLicenses"), call)
                .then(found -> Subscriptions.of(graph, call).map(subscriptions -> {
                    var byId = subscriptions.stream()
                            .collect(Collectors.toMap(Subscription::skuId, Subscription::partNumber, (one, _) -> one));
                    var partNumbers = new LinkedHashMap<String, List<String>>();
                    found.forEach((id, user) -> partNumbers.put(
                            id,
                            skuIds(user).stream()
                                    .filter(byId::containsKey)
                                    .map(byId::get)
                                    .toList()));
                    return partNumbers;
                }));
    }

    @Override
    public Outcome<Map<String, SignIn>> signIns(Collection<String> names, Call call) {
        return read(names, OF_SIGN_INS, call).map(found -> {
            var signIns = new LinkedHashMap<String, SignIn>();
            found.forEach((name, user) ->
                    signIns.put(name, new SignIn(user.path("id").asString(), mark(user), skuIds(user))));
            return signIns;
        });
    }

    static String mark(JsonNode object) {
        return object.path(CreatingRequests.ATTRIBUTES)
                .path(CreatingRequests.ATTRIBUTE)
                .stringValueOpt()
                .orElse("");
    }

    private static List<String> skuIds(JsonNode user) {
        return user.path("assignedLicenses")
                .valueStream()
                .map(licence -> licence.path("skuId").asString(""))
                .toList();
    }

    private Outcome<Map<String, ObjectNode>> read(Collection<String> keys, List<String> select, Call call) {
        var all = List.copyOf(keys);
        var requests = all.stream()
                .map(key -> GraphRequest.get(Resource.at("users", key), select))
                .toList();
        return graph.each(requests, call).then(outcomes -> {
            var users = new LinkedHashMap<String, ObjectNode>();
            for (var number = 0; number < all.size(); number++) {
                var key = all.get(number);
                var outcome = outcomes.get(number);
                if (outcome instanceof Outcome.Done<Answer>(var answer)) {
                    answer.json().ifPresent(user -> users.put(key, user));
                } else if (!Failures.isFailure(outcome, Failures.NOT_FOUND)) {
                    return outcome.map(_ -> Map.of());
                }
            }
            return Outcome.done(users);
        });
    }

    @Override
    public Outcome<Integer> create(List<NewTarget> targets, Destination destination, Call call) {
        var state = new LinkedHashMap<NewTarget, Outcome<?>>();
        targets.forEach(target -> state.put(target, Outcome.done(target)));
        return step(
                        state,
                        target -> isUser(target) && !target.isThere(),
                        (some, through) -> graph.each(
                                some.stream()
                                        .map(target -> CreatingRequests.user(target, destination))
                                        .toList(),
                                through),
                        call)
                .then(_ -> step(
                        state,
                        target -> target.licence().isPresent(),
                        (some, through) -> graph.each(
                                some.stream()
                                        .map(target -> CreatingRequests.licence(
                                                target, target.licence().orElseThrow()))
                                        .toList(),
                                through),
                        call))
                .then(_ -> step(
                        state,
                        target -> isUnified(target) && !target.isThere(),
                        (some, through) -> graph.each(
                                some.stream()
                                        .map(CreatingRequests::unifiedGroup)
                                        .toList(),
                                through),
                        call))
                .then(_ -> step(
                        state,
                        target -> !isUser(target) && !isUnified(target) && !target.isThere(),
                        (some, through) -> exchange.each(
                                some.stream().map(CreatingRequests::cmdlet).toList(), through),
                        call))
                .then(_ -> step(
                        state,
                        target -> !isUser(target),
                        (some, through) -> exchange.each(
                                some.stream().map(CreatingRequests::mark).toList(), through),
                        call))
                .then(_ -> Each.all(
                        targets.stream().map(NewTarget::change).toList(),
                        targets.stream()
                                .map(target -> notFoundIsForNow(Objects.requireNonNull(state.get(target))))
                                .toList(),
                        "targets-refused"));
    }

    /// Does to those that it is about, and that have come so far, the next thing that has to be done.
    private static <T> Outcome<Integer> step(
            Map<NewTarget, Outcome<?>> state,
            Predicate<NewTarget> isConcerned,
            BiFunction<List<NewTarget>, Call, Outcome<List<Outcome<T>>>> doing,
            Call call) {
        var concerned = new ArrayList<NewTarget>();
        state.forEach((target, outcome) -> {
            if (isConcerned.test(target) && outcome instanceof Outcome.Done<?>) {
                concerned.add(target);
            }
        });
        if (concerned.isEmpty()) {
            return Outcome.done(0);
        }
        return doing.apply(concerned, call).map(outcomes -> {
            for (var number = 0; number < concerned.size(); number++) {
                state.put(concerned.get(number), outcomes.get(number));
            }
            return concerned.size();
        });
    }

    /// What was created a moment ago is not seen everywhere yet.
    private static Outcome<?> notFoundIsForNow(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?> failed && failed.code().equals(Failures.NOT_FOUND)
                ? Outcome.failedForNow(failed.code(), failed.reason())
                : outcome;
    }

    private static boolean isUser(NewTarget target) {
        return target.source().type().equals(Profile.USER_MAILBOX);
    }

    private static boolean isUnified(NewTarget target) {
        return target.source().kind() == RecipientKind.UNIFIED_GROUP;
    }

    @Override
    public Outcome<Map<String, Made>> made(Collection<Change> recorded, Call call) {
        return created.find(recorded, call);
    }

    @Override
    public Outcome<Integer> remove(List<Change> changes, Map<String, Made> made, Call call) {
        return created.remove(changes, made, call);
    }
}
