package dev.caravan.mailbox.recipient.m365;

import static java.util.function.Predicate.not;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.exchange.Lookup;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Mark;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetProperty;
import dev.caravan.mailbox.recipient.Targets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Sources and targets as Exchange Online has them.
public final class ExchangeTargets implements Targets {

    private static final List<RecipientKind> GROUPS = List.of(
            RecipientKind.DISTRIBUTION_GROUP, RecipientKind.DYNAMIC_DISTRIBUTION_GROUP, RecipientKind.UNIFIED_GROUP);

    private static final Predicate<String> IS_GUID = Pattern.compile(
                    "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
            .asMatchPredicate();

    private final ExchangeOnline exchange;
    private final Readings readings;

    public ExchangeTargets(Microsoft365 microsoft365) {
        this.exchange = microsoft365.exchange();
        this.readings = new Readings(exchange);
    }

    @Override
    public Outcome<Map<String, Profile>> profiles(Collection<String> ids, Call call) {
        return found(ids, call)
                .then(found -> InTurn.each(GROUPS, kind -> groups(kind, found.values(), call))
                        .then(groups -> {
                            var all = new LinkedHashMap<String, ObjectNode>();
                            groups.forEach(all::putAll);
                            return profiles(found, all);
                        }));
    }

    private Outcome<Map<String, ObjectNode>> groups(RecipientKind kind, Collection<ObjectNode> found, Call call) {
        var guids = found.stream()
                .flatMap(object -> RecipientCmdlets.recipient(object).stream())
                .filter(recipient -> recipient.kind() == kind)
                .map(Recipient::guid)
                .toList();
        return readings.byGuid(guids, Profiles.reading(kind), call);
    }

    /// Many guids are asked for at once; addresses and names one by one.
    private Outcome<Map<String, ObjectNode>> found(Collection<String> ids, Call call) {
        var guids = ids.stream().filter(IS_GUID).toList();
        var others = ids.stream().filter(not(IS_GUID)).toList();
        return readings.byId(guids, Profiles.reading(), call)
                .then(found -> readings.one(others, Profiles::reading, call).map(named -> {
                    var all = new LinkedHashMap<>(found);
                    all.putAll(named);
                    return all;
                }));
    }

    private static Outcome<Map<String, Profile>> profiles(
            Map<String, ObjectNode> found, Map<String, ObjectNode> groups) {
        var profiles = new LinkedHashMap<String, Profile>();
        for (var entry : found.entrySet()) {
            var group =
                    Optional.ofNullable(groups.get(entry.getValue().path("Guid").asString()));
            var profile = Profiles.profile(entry.getValue(), group);
            if (!(profile instanceof Outcome.Done<Profile>(var read))) {
                return profile.map(_ -> Map.of());
            }
            profiles.put(entry.getKey(), read);
        }
        return Outcome.done(profiles);
    }

    @Override
    public Outcome<Map<String, Profile>> of(Collection<String> guids, Call call) {
        var marks = guids.stream().distinct().map(Mark::of).toList();
        return new Lookup(Profiles.MARK, Profiles.reading())
                .of(marks, exchange, call)
                .then(found -> profiles(found, Map.of()))
                .map(profiles -> {
                    var targets = new LinkedHashMap<String, Profile>();
                    profiles.forEach((mark, profile) -> targets.put(Mark.guid(mark), profile));
                    return targets;
                });
    }

    @Override
    public Outcome<Map<String, List<Profile>>> contacts(Collection<String> outside, Call call) {
        var cmdlets = outside.stream().distinct().map(Profiles::readingContacts).toList();
        return found(cmdlets, call).map(profiles -> {
            var contacts = new LinkedHashMap<String, List<Profile>>();
            profiles.forEach(profile -> contacts.computeIfAbsent(
                            profile.outside().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(profile));
            return contacts;
        });
    }

    private Outcome<List<Profile>> found(List<Cmdlet> cmdlets, Call call) {
        return exchange.each(cmdlets, call)
                .then(outcomes -> InTurn.flat(
                        outcomes,
                        outcome -> outcome.map(CmdletOutput::objects)
                                .then(objects ->
                                        InTurn.each(objects, object -> Profiles.profile(object, Optional.empty())))));
    }

    @Override
    public Outcome<Integer> set(TargetProperty property, List<Change> changes, Call call) {
        var name = switch (property) {
            case MARK -> Profiles.MARK;
            case DISPLAY_NAME -> "DisplayName";
        };
        var cmdlets = changes.stream().map(change -> setting(name, change)).toList();
        return exchange.each(cmdlets, call).then(outcomes -> Each.all(changes, outcomes, "targets-refused"));
    }

    private static Cmdlet setting(String property, Change change) {
        var kind = RecipientKind.of(change.kind()).orElseThrow();
        var cmdlet = Cmdlet.on(RecipientCmdlets.setting(kind), new Identity(change.id()));
        return change.after().isEmpty()
                ? cmdlet.clearing(property)
                : cmdlet.with(property, change.after().getFirst());
    }
}
