package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.address.User;
import dev.caravan.mailbox.pairing.Destination;
import dev.caravan.mailbox.pairing.Grant;
import dev.caravan.mailbox.pairing.Grant.Right;
import dev.caravan.mailbox.pairing.Mark;
import dev.caravan.mailbox.pairing.NewTarget;
import dev.caravan.mailbox.pairing.Pair;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetCreation.Made;
import dev.caravan.mailbox.pairing.TargetProperty;
import dev.caravan.mailbox.recipient.Delegations;
import dev.caravan.mailbox.recipient.Memberships;
import dev.caravan.mailbox.recipient.Readdressing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.TargetCreations;
import dev.caravan.mailbox.recipient.Targets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Two tenants: calls through the connection `source` read the one, all others are about the other.
public final class FakeTenants implements RecipientDirectory, Targets, TargetCreations {

    static final Target SOURCE = new Target(new ConnectionId("source"), new AccountId("source"));

    private final Map<String, Profile> source = new LinkedHashMap<>();
    private final Map<String, Profile> destination = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, List<Grant>> grants = new HashMap<>();
    private final Map<String, SignIn> unlicensed = new HashMap<>();
    private final FakeInboxes inboxes = new FakeInboxes();
    private final List<Change> changed = new ArrayList<>();
    private int free = 10;

    public TargetPorts ports() {
        return new TargetPorts(this, this, new FakeMembers(), new FakeGrants(), inboxes);
    }

    FakeTenants atSource(String guid, String type, String... addresses) {
        source.put(guid, profile(guid, type, guid, "", addresses));
        return this;
    }

    FakeTenants atDestination(String guid, String type, String mark, String... addresses) {
        destination.put(guid, profile(guid, type, guid, mark, addresses));
        return this;
    }

    FakeTenants licencesLeft(int number) {
        free = number;
        return this;
    }

    /// A user that was created, while its licence was not.
    FakeTenants unlicensed(String name, String mark) {
        unlicensed.put(name, new SignIn("id-" + name, mark, List.of()));
        return this;
    }

    FakeTenants member(String group, String member) {
        members.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(member);
        return this;
    }

    FakeTenants grant(String mailbox, Right right, String holder, String... rights) {
        grants.computeIfAbsent(mailbox, _ -> new ArrayList<>()).add(new Grant(right, holder, holder, List.of(rights)));
        return this;
    }

    FakeInboxes inboxes() {
        return inboxes;
    }

    List<Change> changed() {
        return changed;
    }

    Map<String, Profile> destination() {
        return destination;
    }

    Profile target(String guid) {
        return Objects.requireNonNull(destination.get(guid));
    }

    Map<String, Set<String>> members() {
        return members;
    }

    Map<String, List<Grant>> grants() {
        return grants;
    }

    private static Profile profile(String guid, String type, String shown, String mark, String... addresses) {
        var kind = kind(type);
        var outside = kind == RecipientKind.MAIL_CONTACT ? addresses[0].substring("SMTP:".length()) : "";
        return new Profile(
                new Recipient(guid, kind, Optional.of("id-" + guid), shown, "", new AddressList(List.of(addresses))),
                type,
                guid,
                mark,
                outside,
                kind == RecipientKind.DYNAMIC_DISTRIBUTION_GROUP ? "Alias -ne $null" : "",
                false);
    }

    private static RecipientKind kind(String type) {
        return switch (type) {
            case "MailContact" -> RecipientKind.MAIL_CONTACT;
            case "GroupMailbox" -> RecipientKind.UNIFIED_GROUP;
            case "DynamicDistributionGroup" -> RecipientKind.DYNAMIC_DISTRIBUTION_GROUP;
            default -> type.endsWith("Mailbox") ? RecipientKind.MAILBOX : RecipientKind.DISTRIBUTION_GROUP;
        };
    }

    private Map<String, Profile> tenant(Call call) {
        return call.header().connectionId().equals(SOURCE.connectionId()) ? source : destination;
    }

    private static boolean isNamed(Profile profile, String id) {
        var recipient = profile.recipient();
        return recipient.ids().contains(id)
                || profile.name().equals(id)
                || recipient.addresses().smtp().stream().anyMatch(id::equalsIgnoreCase)
                || recipient.alias().equals(id);
    }

    @Override
    public Outcome<Map<String, Profile>> profiles(Collection<String> ids, Call call) {
        var found = new LinkedHashMap<String, Profile>();
        ids.forEach(id -> tenant(call).values().stream()
                .filter(profile -> isNamed(profile, id))
                .findFirst()
                .ifPresent(profile -> found.put(id, profile)));
        return Outcome.done(found);
    }

    @Override
    public Outcome<Map<String, Profile>> of(Collection<String> guids, Call call) {
        var found = new LinkedHashMap<String, Profile>();
        destination.values().stream()
                .filter(profile -> guids.contains(Mark.guid(profile.mark())))
                .forEach(profile -> found.put(Mark.guid(profile.mark()), profile));
        return Outcome.done(found);
    }

    @Override
    public Outcome<Map<String, List<Profile>>> contacts(Collection<String> outside, Call call) {
        var found = new LinkedHashMap<String, List<Profile>>();
        destination.values().stream()
                .filter(profile -> outside.contains(profile.outside()))
                .forEach(profile -> found.computeIfAbsent(
                                profile.outside().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(profile));
        return Outcome.done(found);
    }

    @Override
    public Outcome<Integer> set(TargetProperty property, List<Change> changes, Call call) {
        for (var change : changes) {
            var value = String.join("", change.after());
            destination.computeIfPresent(
                    change.id(),
                    (_, was) -> property == TargetProperty.MARK
                            ? new Profile(
                                    was.recipient(),
                                    was.type(),
                                    was.name(),
                                    value,
                                    was.outside(),
                                    was.filter(),
                                    was.isForInsiders())
                            : with(was, value, was.recipient().addresses()));
        }
        return done(changes);
    }

    private static Profile with(Profile was, String shown, AddressList addresses) {
        var recipient = was.recipient();
        return new Profile(
                new Recipient(
                        was.guid(), recipient.kind(), recipient.directoryId(), shown, recipient.alias(), addresses),
                was.type(),
                was.name(),
                was.mark(),
                was.outside(),
                was.filter(),
                was.isForInsiders());
    }

    private Outcome<Integer> done(List<Change> changes) {
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }

    @Override
    public Outcome<Destination> destination(MovingDomains moving, Call call) {
        return Outcome.done(new Destination(
                "c.example",
                "c.onmicrosoft.com",
                "US",
                List.of(new Subscription("sku", "ENTERPRISEPACK", true, free))));
    }

    @Override
    public Outcome<Map<String, List<String>>> partNumbers(Collection<String> users, Call call) {
        var partNumbers = new HashMap<String, List<String>>();
        users.forEach(user -> partNumbers.put(user, List.of("ENTERPRISEPACK")));
        return Outcome.done(partNumbers);
    }

    @Override
    public Outcome<Map<String, SignIn>> signIns(Collection<String> names, Call call) {
        var found = new HashMap<>(unlicensed);
        found.keySet().retainAll(names);
        return Outcome.done(found);
    }

    @Override
    public Outcome<Integer> create(List<NewTarget> targets, Destination ignored, Call call) {
        for (var target : targets) {
            var made = profile(
                    "new-" + target.source().guid(),
                    target.source().type(),
                    target.source().displayName(),
                    target.id(),
                    "SMTP:" + target.address());
            destination.put(made.guid(), made);
            changed.add(target.change());
        }
        return Outcome.done(targets.size());
    }

    @Override
    public Outcome<Map<String, Made>> made(Collection<Change> recorded, Call call) {
        var made = new HashMap<String, Made>();
        recorded.forEach(change -> Optional.ofNullable(destination.get("new-" + Mark.guid(change.id())))
                .ifPresent(profile ->
                        made.put(change.id(), new Made(profile.kind(), profile.guid(), profile.directoryId(), false))));
        return Outcome.done(made);
    }

    @Override
    public Outcome<Integer> remove(List<Change> changes, Map<String, Made> made, Call call) {
        made.values().forEach(one -> destination.remove(one.guid()));
        return done(changes);
    }

    private final class FakeMembers implements Memberships {

        @Override
        public Outcome<Map<String, Set<String>>> of(Collection<Profile> groups, Call call) {
            var found = new HashMap<String, Set<String>>();
            groups.forEach(group -> found.put(group.guid(), members.getOrDefault(group.guid(), Set.of())));
            return Outcome.done(found);
        }

        @Override
        public Outcome<Integer> change(List<Change> changes, Map<String, Profile> profiles, Call call) {
            changes.forEach(change -> {
                var pair = Pair.parse(change.id());
                var ofGroup = members.computeIfAbsent(pair.owner(), _ -> new LinkedHashSet<>());
                if (change.after().isEmpty()) {
                    ofGroup.remove(pair.other());
                } else {
                    ofGroup.add(pair.other());
                }
            });
            return done(changes);
        }
    }

    private final class FakeGrants implements Delegations {

        @Override
        public Outcome<Map<String, List<Grant>>> of(Collection<String> mailboxes, Call call) {
            var found = new HashMap<String, List<Grant>>();
            mailboxes.forEach(mailbox -> found.put(mailbox, List.copyOf(grants.getOrDefault(mailbox, List.of()))));
            return Outcome.done(found);
        }

        @Override
        public Outcome<Integer> change(List<Change> changes, Call call) {
            changes.forEach(change -> {
                var pair = Pair.parse(change.id());
                var right = Right.of(change.kind()).orElseThrow();
                var ofMailbox = grants.computeIfAbsent(pair.owner(), _ -> new ArrayList<>());
                ofMailbox.removeIf(
                        grant -> grant.right() == right && grant.holder().equals(pair.other()));
                if (!change.after().isEmpty()) {
                    ofMailbox.add(new Grant(right, pair.other(), pair.other(), change.after()));
                }
            });
            return done(changes);
        }
    }

    @Override
    public Outcome<String> initialDomain(Call call) {
        return Outcome.done("c.onmicrosoft.com");
    }

    @Override
    public Outcome<Map<String, Recipient>> recipients(Collection<String> ids, Call call) {
        return profiles(ids, call).map(found -> {
            var recipients = new LinkedHashMap<String, Recipient>();
            found.forEach((id, profile) -> recipients.put(id, profile.recipient()));
            return recipients;
        });
    }

    @Override
    public Outcome<Map<String, User>> users(Collection<String> ids, Call call) {
        return Outcome.done(Map.of());
    }

    @Override
    public Outcome<Map<String, Set<String>>> holders(Collection<String> names, Call call) {
        return profiles(names, call).map(found -> {
            var holders = new HashMap<String, Set<String>>();
            found.forEach((name, profile) -> holders.put(name, Set.of(profile.directoryId())));
            names.stream().filter(unlicensed::containsKey).forEach(name -> holders.put(name, Set.of("id-" + name)));
            return holders;
        });
    }

    @Override
    public Outcome<Integer> changeAddresses(List<Readdressing> changes, Call call) {
        changes.forEach(readdressing -> destination.computeIfPresent(
                readdressing.change().id(),
                (_, was) -> with(
                        was,
                        was.displayName(),
                        new AddressList(readdressing.change().after()))));
        return done(changes.stream().map(Readdressing::change).toList());
    }

    @Override
    public Outcome<Integer> rename(List<Change> changes, Call call) {
        throw new UnsupportedOperationException("nobody is renamed here");
    }
}
