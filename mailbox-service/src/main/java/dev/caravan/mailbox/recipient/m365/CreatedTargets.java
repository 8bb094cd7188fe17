package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Failures;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Mark;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetCreation;
import dev.caravan.mailbox.pairing.TargetCreation.Made;
import dev.caravan.mailbox.recipient.TargetCreations.SignIn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Finds what was created, by the names that it was created under, and removes it for good.
///
/// @param signIns users by their sign-in name
record CreatedTargets(
        Graph graph,
        ExchangeOnline exchange,
        BiFunction<Collection<String>, Call, Outcome<Map<String, SignIn>>> signIns) {

    private static final String ID = "id";
    private static final String NICK = "mailNickname";

    /// One target that a step planned to create.
    ///
    /// @param address empty where it was not recorded
    private record Planned(String mark, RecipientKind kind, String address) {

        /// Its name in Exchange; users have another one.
        String key() {
            return kind == RecipientKind.UNIFIED_GROUP ? nick() : Mark.name(Mark.guid(mark));
        }

        String nick() {
            return address.substring(0, Math.max(0, address.lastIndexOf('@')));
        }
    }

    Outcome<Map<String, Made>> find(Collection<Change> recorded, Call call) {
        var planned = planned(recorded);
        var keys =
                planned.stream().map(Planned::key).filter(key -> !key.isEmpty()).toList();
        return new Readings(exchange)
                .one(keys, Profiles::reading, call)
                .then(found -> signIns.apply(addresses(planned), call)
                        .then(users -> deleted(call).map(deleted -> made(planned, found, users, deleted))));
    }

    private static List<Planned> planned(Collection<Change> recorded) {
        var planned = new LinkedHashMap<String, Planned>();
        for (var change : recorded) {
            var kind = TargetCreation.kind(change).orElseThrow();
            var address = change.property().equals(TargetCreation.NAME) ? String.join("", change.after()) : "";
            planned.merge(
                    change.id(),
                    new Planned(change.id(), kind, address),
                    (one, other) -> one.address().isEmpty() ? other : one);
        }
        return List.copyOf(planned.values());
    }

    private static List<String> addresses(List<Planned> planned) {
        return planned.stream()
                .filter(one ->
                        one.kind() == RecipientKind.MAILBOX && !one.address().isEmpty())
                .map(Planned::address)
                .toList();
    }

    private static Map<String, Made> made(
            List<Planned> planned,
            Map<String, ObjectNode> found,
            Map<String, SignIn> users,
            Map<String, String> deleted) {
        var made = new LinkedHashMap<String, Made>();
        for (var one : planned) {
            var object = found.get(one.key());
            var user = users.get(one.address());
            var gone = deleted.getOrDefault(one.mark(), deleted.getOrDefault(one.nick(), ""));
            if (object != null
                    && Profiles.profile(object, Optional.empty()) instanceof Outcome.Done<Profile>(var profile)
                    && profile.kind() == one.kind()) {
                made.put(one.mark(), new Made(one.kind(), profile.guid(), profile.directoryId(), false));
            } else if (user != null && user.mark().equals(one.mark())) {
                made.put(one.mark(), new Made(one.kind(), "", user.id(), false));
            } else if (!gone.isEmpty()) {
                made.put(one.mark(), new Made(one.kind(), "", gone, true));
            }
        }
        return made;
    }

    /// Ids of what can still come back, by mark of a user and short name of a group.
    private Outcome<Map<String, String>> deleted(Call call) {
        var users = Listing.of(OfTenant.DELETED_USERS, List.of(ID, CreatingRequests.ATTRIBUTES));
        var groups = Listing.of(OfTenant.DELETED_GROUPS, List.of(ID, NICK));
        return graph.all(users, call)
                .then(ofUsers -> graph.all(groups, call).map(ofGroups -> {
                    var deleted = new LinkedHashMap<String, String>();
                    ofUsers.forEach(user -> deleted.put(
                            TenantCreations.mark(user), user.path(ID).asString()));
                    ofGroups.forEach(group -> deleted.put(
                            group.path(NICK).asString(""), group.path(ID).asString()));
                    deleted.remove("");
                    return deleted;
                }));
    }

    Outcome<Integer> remove(List<Change> changes, Map<String, Made> made, Call call) {
        var state = new LinkedHashMap<String, Outcome<?>>();
        changes.forEach(change -> state.put(change.id(), Outcome.done("")));
        return cmdlets(made, state, call)
                .then(_ -> requests(
                        made,
                        state,
                        one -> one.isDeleted()
                                ? Stream.empty()
                                : Stream.of(
                                        GraphRequest.delete(Resource.at(collection(one.kind()), one.directoryId()))),
                        call))
                .then(_ -> requests(
                        made,
                        state,
                        one -> Stream.of(
                                GraphRequest.delete(Resource.at("directory", "deletedItems", one.directoryId()))),
                        call))
                .then(_ -> Each.all(
                        changes,
                        changes.stream()
                                .map(change -> forNow(Objects.requireNonNull(state.get(change.id()))))
                                .toList(),
                        "removal-refused"));
    }

    private static String collection(RecipientKind kind) {
        return kind == RecipientKind.MAILBOX ? "users" : "groups";
    }

    private static boolean isOfDirectory(Made made) {
        return made.kind() == RecipientKind.MAILBOX || made.kind() == RecipientKind.UNIFIED_GROUP;
    }

    private Outcome<Integer> cmdlets(Map<String, Made> made, Map<String, Outcome<?>> state, Call call) {
        var marks = new ArrayList<String>();
        var cmdlets = new ArrayList<Cmdlet>();
        made.forEach((mark, one) -> {
            if (state.containsKey(mark) && !isOfDirectory(one)) {
                marks.add(mark);
                cmdlets.add(removing(one));
            }
        });
        return exchange.each(cmdlets, call).map(outcomes -> keep(marks, outcomes, state));
    }

    private static Cmdlet removing(Made made) {
        var id = new Identity(made.guid());
        return switch (made.kind()) {
            case DISTRIBUTION_GROUP ->
                Cmdlet.on("Remove-DistributionGroup", id)
                        .with("BypassSecurityGroupManagerCheck", true)
                        .with("Confirm", false);
            case DYNAMIC_DISTRIBUTION_GROUP ->
                Cmdlet.on("Remove-DynamicDistributionGroup", id).with("Confirm", false);
            case MAIL_CONTACT -> Cmdlet.on("Remove-MailContact", id).with("Confirm", false);
            case MAILBOX, MAIL_USER, MAIL_PUBLIC_FOLDER, UNIFIED_GROUP ->
                throw new IllegalArgumentException("Exchange does not remove a " + made.kind());
        };
    }

    private interface Requesting {
        Stream<GraphRequest> of(Made made);
    }

    private Outcome<Integer> requests(
            Map<String, Made> made, Map<String, Outcome<?>> state, Requesting requesting, Call call) {
        var marks = new ArrayList<String>();
        var requests = new ArrayList<GraphRequest>();
        state.forEach((mark, outcome) -> {
            var one = made.get(mark);
            if (one != null && isOfDirectory(one) && outcome instanceof Outcome.Done<?>) {
                requesting.of(one).forEach(request -> {
                    marks.add(mark);
                    requests.add(request);
                });
            }
        });
        return graph.each(requests, call).map(outcomes -> keep(marks, outcomes, state));
    }

    private static <T> int keep(List<String> marks, List<Outcome<T>> outcomes, Map<String, Outcome<?>> state) {
        for (var number = 0; number < marks.size(); number++) {
            state.put(marks.get(number), outcomes.get(number));
        }
        return marks.size();
    }

    /// What was deleted a moment ago may not be among the deleted yet.
    private static Outcome<?> forNow(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?> failed && failed.code().equals(Failures.NOT_FOUND)
                ? Outcome.failedForNow(failed.code(), failed.reason())
                : outcome;
    }
}
