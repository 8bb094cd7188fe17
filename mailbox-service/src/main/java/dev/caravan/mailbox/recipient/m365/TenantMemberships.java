package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Resource;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Pair;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.recipient.Memberships;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/// Members of distribution groups as Exchange has them, and of Microsoft 365 groups as the directory has them.
public final class TenantMemberships implements Memberships {

    private static final String MEMBERS = "members";
    private static final String REFERENCE = "$ref";
    /// What names an object of the directory to the directory itself.
    private static final String OBJECTS = "https://graph.microsoft.com/v1.0/directoryObjects/";

    private final Graph graph;
    private final ExchangeOnline exchange;

    public TenantMemberships(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
        this.exchange = microsoft365.exchange();
    }

    @Override
    public Outcome<Map<String, Set<String>>> of(Collection<Profile> groups, Call call) {
        var inExchange = groups.stream()
                .filter(group -> group.kind() == RecipientKind.DISTRIBUTION_GROUP)
                .toList();
        var inDirectory = groups.stream()
                .filter(group -> group.kind() == RecipientKind.UNIFIED_GROUP)
                .toList();
        return ofDistributionGroups(inExchange, call)
                .then(members -> ofUnifiedGroups(inDirectory, call).map(others -> {
                    var all = new LinkedHashMap<>(members);
                    all.putAll(others);
                    return all;
                }));
    }

    private Outcome<Map<String, Set<String>>> ofDistributionGroups(List<Profile> groups, Call call) {
        return InTurn.each(
                        groups,
                        group -> exchange.invoke(
                                Cmdlet.on("Get-DistributionGroupMember", new Identity(group.guid()))
                                        .selecting("Guid"),
                                call))
                .map(outputs -> {
                    var members = new LinkedHashMap<String, Set<String>>();
                    for (var number = 0; number < groups.size(); number++) {
                        members.put(
                                groups.get(number).guid(),
                                outputs.get(number).objects().stream()
                                        .map(member -> member.path("Guid").asString())
                                        .collect(Collectors.toCollection(LinkedHashSet::new)));
                    }
                    return members;
                });
    }

    private Outcome<Map<String, Set<String>>> ofUnifiedGroups(List<Profile> groups, Call call) {
        return InTurn.each(
                        groups,
                        group -> graph.all(Listing.of(new Listing.MembersOf(group.directoryId()), List.of("id")), call)
                                .map(members -> members.stream()
                                        .map(member -> member.path("id").asString())
                                        .toList()))
                .then(ids -> new Readings(exchange)
                        .one(ids.stream().flatMap(List::stream).distinct().toList(), Profiles::reading, call)
                        .map(recipients -> {
                            var members = new LinkedHashMap<String, Set<String>>();
                            for (var number = 0; number < groups.size(); number++) {
                                var guids = new LinkedHashSet<String>();
                                ids.get(number).forEach(id -> {
                                    var recipient = recipients.get(id);
                                    guids.add(
                                            recipient == null
                                                    ? id
                                                    : recipient.path("Guid").asString());
                                });
                                members.put(groups.get(number).guid(), guids);
                            }
                            return members;
                        }));
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Map<String, Profile> profiles, Call call) {
        var inExchange = new ArrayList<Change>();
        var inDirectory = new ArrayList<Change>();
        changes.forEach(change -> (isUnified(change, profiles) ? inDirectory : inExchange).add(change));
        var outcomes = new LinkedHashMap<Change, Outcome<?>>();
        return exchange.each(inExchange.stream().map(TenantMemberships::cmdlet).toList(), call)
                .then(ofExchange -> {
                    keep(inExchange, ofExchange, outcomes);
                    return graph.each(
                            inDirectory.stream()
                                    .map(change -> request(change, profiles))
                                    .toList(),
                            call);
                })
                .then(ofDirectory -> {
                    keep(inDirectory, ofDirectory, outcomes);
                    return Each.all(
                            changes,
                            changes.stream()
                                    .map(change -> Objects.requireNonNull(outcomes.get(change)))
                                    .toList(),
                            "members-refused");
                });
    }

    private static <T> void keep(List<Change> changes, List<Outcome<T>> outcomes, Map<Change, Outcome<?>> all) {
        for (var number = 0; number < changes.size(); number++) {
            all.put(changes.get(number), outcomes.get(number));
        }
    }

    private static boolean isUnified(Change change, Map<String, Profile> profiles) {
        return profile(Pair.parse(change.id()).owner(), profiles).kind() == RecipientKind.UNIFIED_GROUP;
    }

    private static Profile profile(String guid, Map<String, Profile> profiles) {
        return Objects.requireNonNull(profiles.get(guid), () -> "nothing is known of " + guid);
    }

    private static Cmdlet cmdlet(Change change) {
        var pair = Pair.parse(change.id());
        var isLeaving = change.after().isEmpty();
        var cmdlet = Cmdlet.on(
                        isLeaving ? "Remove-DistributionGroupMember" : "Add-DistributionGroupMember",
                        new Identity(pair.owner()))
                .with("Member", new Identity(pair.other()))
                .with("BypassSecurityGroupManagerCheck", true);
        return isLeaving ? cmdlet.with("Confirm", false) : cmdlet;
    }

    private static GraphRequest request(Change change, Map<String, Profile> profiles) {
        var pair = Pair.parse(change.id());
        var group = profile(pair.owner(), profiles).directoryId();
        var member = profile(pair.other(), profiles).directoryId();
        return change.after().isEmpty()
                ? GraphRequest.delete(Resource.at("groups", group, MEMBERS, member, REFERENCE))
                : GraphRequest.post(
                        Resource.at("groups", group, MEMBERS, REFERENCE),
                        JsonNodeFactory.instance.objectNode().put("@odata.id", OBJECTS + member));
    }
}
