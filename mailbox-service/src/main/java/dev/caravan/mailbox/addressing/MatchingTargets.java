package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.addressing.MailboxCommand.MatchTargets;
import dev.caravan.mailbox.forwarding.Forwarding;
import dev.caravan.mailbox.pairing.AddressMapping;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetMatching;
import dev.caravan.mailbox.pairing.TargetMatching.Candidates;
import dev.caravan.mailbox.pairing.TargetProperty;
import dev.caravan.mailbox.recipient.Forwardings;
import dev.caravan.mailbox.recipient.Targets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Finds and marks the targets that exist already.
final class MatchingTargets implements Doing<MatchTargets, MatchingTargets.Observed, MailboxFact> {

    private final Targets targets;
    private final Forwardings forwardings;

    MatchingTargets(Targets targets, Forwardings forwardings) {
        this.targets = targets;
        this.forwardings = forwardings;
    }

    record Observed(Pairing pairing, Candidates candidates) {}

    @Override
    public Outcome<Observed> observe(MatchTargets command, Call call) {
        return Pairing.of(command.recipients(), command.tenant(), targets, call)
                .then(pairing -> mapped(command, pairing, call)
                        .then(mapped -> candidates(pairing, mapped, call))
                        .map(candidates -> new Observed(pairing, candidates)));
    }

    private Outcome<Candidates> candidates(Pairing pairing, Map<String, Profile> mapped, Call call) {
        var unpaired = pairing.unpaired();
        var contacts = unpaired.stream()
                .filter(source -> source.targetKind() == RecipientKind.MAIL_CONTACT)
                .map(Profile::outside)
                .filter(address -> !address.isEmpty())
                .toList();
        return forwarding(unpaired, call)
                .then(forwarding -> targets.profiles(
                                forwarding.stream().map(Forwarding::guid).toList(), call)
                        .then(mailboxes -> targets.contacts(contacts, call)
                                .map(found -> new Candidates(forwarding, mailboxes, found, mapped))));
    }

    private Outcome<List<Forwarding>> forwarding(List<Profile> unpaired, Call call) {
        return unpaired.stream().noneMatch(source -> source.kind() == RecipientKind.MAILBOX)
                ? Outcome.done(List.of())
                : forwardings.all(call).map(all -> TargetMatching.concerned(all, unpaired));
    }

    /// Whom the mapping names for the recipients asked for. The first chunk also asks whether everybody else in it is
    /// there: it is the same mapping in all of them.
    private Outcome<Map<String, Profile>> mapped(MatchTargets command, Pairing pairing, Call call) {
        var sources = byAddress(pairing.sources().values());
        var isFirst = call.header().chunk() == 0;
        var lines = command.mapping().pairs().stream()
                .filter(line -> isFirst || sources.containsKey(line.source()))
                .toList();
        var strangers = lines.stream()
                .map(AddressMapping.Pair::source)
                .filter(address -> !sources.containsKey(address))
                .toList();
        return call.through(command.tenant())
                .then(source -> targets.profiles(strangers, source))
                .then(others -> targets.profiles(
                                lines.stream()
                                        .map(AddressMapping.Pair::destination)
                                        .toList(),
                                call)
                        .then(destinations -> {
                            var mapped = new LinkedHashMap<String, Profile>();
                            for (var line : lines) {
                                var source = sources.get(line.source());
                                var destination = destinations.get(line.destination());
                                if (source == null && !others.containsKey(line.source())) {
                                    return unknown(line, line.source(), "source");
                                }
                                if (destination == null) {
                                    return unknown(line, line.destination(), "destination");
                                }
                                if (source != null) {
                                    mapped.put(source.guid(), destination);
                                }
                            }
                            return Outcome.done(mapped);
                        }));
    }

    private static <T> Outcome<T> unknown(AddressMapping.Pair line, String address, String where) {
        return Outcome.failedForGood(
                "unknown-address", "mapping, line %d: nobody at the %s has %s".formatted(line.line(), where, address));
    }

    private static Map<String, Profile> byAddress(Collection<Profile> profiles) {
        var byAddress = new HashMap<String, Profile>();
        profiles.forEach(profile -> Stream.concat(
                        profile.recipient().addresses().smtp().stream(), profile.address().stream())
                .forEach(address -> byAddress.put(address.toLowerCase(Locale.ROOT), profile)));
        return byAddress;
    }

    @Override
    public Plan plan(MatchTargets command, Observed observed) {
        return TargetMatching.plan(
                observed.pairing().unpaired(),
                observed.candidates(),
                observed.pairing().sources().size());
    }

    @Override
    public Outcome<MailboxFact> apply(MatchTargets command, Observed observed, Plan plan, Call call) {
        var present = observed.pairing().sources().size();
        var paired = observed.pairing().paired().size();
        return Obstacles.unless(
                plan,
                targets.set(TargetProperty.MARK, plan.changes(), call)
                        .map(applied -> new MailboxFact.TargetsMatched(
                                applied,
                                paired,
                                present - paired - applied,
                                command.recipients().size() - present)));
    }
}
