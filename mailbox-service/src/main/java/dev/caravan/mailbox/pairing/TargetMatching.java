package dev.caravan.mailbox.pairing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.forwarding.Forwarding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the target that exists already, by addresses alone: names to show and local parts repeat.
public final class TargetMatching {

    private TargetMatching() {}

    /// What the destination has to offer.
    ///
    /// @param forwardings mailboxes that pass their mail on
    /// @param mailboxes those of them, by guid
    /// @param contacts by the address outside, in lower case
    /// @param mapped whom a person has named, by the source recipient's guid
    public record Candidates(
            Collection<Forwarding> forwardings,
            Map<String, Profile> mailboxes,
            Map<String, List<Profile>> contacts,
            Map<String, Profile> mapped) {

        public Candidates {
            forwardings = List.copyOf(forwardings);
            mailboxes = Map.copyOf(mailboxes);
            contacts = Map.copyOf(contacts);
            mapped = Map.copyOf(mapped);
        }
    }

    private record Match(Profile source, Profile target) {}

    /// Marks the target of every recipient that has exactly one and whose target is not marked yet.
    ///
    /// @param unmarked recipients of the source without a marked target
    /// @param observed how many recipients were asked for
    public static Plan plan(Collection<Profile> unmarked, Candidates candidates, int observed) {
        var conflicts = new ArrayList<Conflict>();
        var matches = new ArrayList<Match>();
        for (var source : unmarked) {
            var found = candidates(source, candidates);
            if (found.size() > 1) {
                conflicts.add(Problem.of(
                        source,
                        Mark.PROPERTY,
                        found.stream().map(Profile::guid).toList(),
                        "several could be its target: " + names(found)));
            }
            found.stream().filter(_ -> found.size() == 1).forEach(target -> matches.add(new Match(source, target)));
        }
        var changes = new ArrayList<Change>();
        matches.stream()
                .collect(groupingBy(match -> match.target().guid(), LinkedHashMap::new, toList()))
                .values()
                .forEach(ofOne -> decide(ofOne, changes, conflicts));
        return new Plan(changes, conflicts, observed);
    }

    /// Those that pass mail on to one of these recipients.
    public static List<Forwarding> concerned(Collection<Forwarding> forwardings, Collection<Profile> sources) {
        return forwardings.stream()
                .filter(forwarding -> sources.stream()
                        .anyMatch(source -> leadsTo(forwarding, source.address().orElse(""))))
                .toList();
    }

    private static void decide(List<Match> ofOne, List<Change> changes, List<Conflict> conflicts) {
        for (var match : ofOne) {
            var objection = objection(match, ofOne);
            if (objection.isPresent()) {
                conflicts.add(Problem.of(
                        match.source(), Mark.PROPERTY, List.of(match.target().mark()), objection.get()));
            } else {
                changes.add(marking(match));
            }
        }
    }

    private static Optional<String> objection(Match match, List<Match> ofOne) {
        var target = match.target();
        if (ofOne.size() > 1) {
            return Optional.of("%s could be the target of %s"
                    .formatted(
                            target.displayName(),
                            ofOne.stream()
                                    .map(other -> other.source().displayName())
                                    .collect(joining(" and of "))));
        }
        if (target.kind() != match.source().targetKind()) {
            return Optional.of("%s is a %s and cannot be the target of a %s"
                    .formatted(
                            target.displayName(),
                            target.kind().word(),
                            match.source().kind().word()));
        }
        return target.mark().isEmpty()
                ? Optional.empty()
                : Optional.of("CustomAttribute15 of %s holds \"%s\" already, which stays"
                        .formatted(target.displayName(), target.mark()));
    }

    private static Change marking(Match match) {
        var target = match.target();
        return new Change(
                target.kind().word(),
                target.guid(),
                Mark.PROPERTY,
                List.of(),
                List.of(Mark.of(match.source().guid())),
                "%s (%s) is the target of %s (%s)"
                        .formatted(
                                target.displayName(),
                                target.address().orElse(target.guid()),
                                match.source().displayName(),
                                match.source().address().orElse(match.source().guid())));
    }

    private static List<Profile> candidates(Profile source, Candidates candidates) {
        var mapped = candidates.mapped().get(source.guid());
        if (mapped != null) {
            return List.of(mapped);
        }
        var address = source.address().orElse("");
        return switch (source.kind()) {
            case MAILBOX ->
                candidates.forwardings().stream()
                        .filter(forwarding -> leadsTo(forwarding, address))
                        .flatMap(forwarding ->
                                Stream.ofNullable(candidates.mailboxes().get(forwarding.guid())))
                        .filter(mailbox -> mailbox.kind() == RecipientKind.MAILBOX)
                        .toList();
            case MAIL_CONTACT, MAIL_USER ->
                candidates.contacts().getOrDefault(address.toLowerCase(Locale.ROOT), List.of());
            case MAIL_PUBLIC_FOLDER, DISTRIBUTION_GROUP, DYNAMIC_DISTRIBUTION_GROUP, UNIFIED_GROUP -> List.of();
        };
    }

    /// Mail that goes to the contact of that address, or to the address itself.
    private static boolean leadsTo(Forwarding forwarding, String address) {
        return !address.isEmpty()
                && Stream.concat(
                                forwarding.inside().map(Forwarding.Target::address).stream(),
                                forwarding.outside().map(TargetMatching::withoutType).stream())
                        .anyMatch(address::equalsIgnoreCase);
    }

    private static String withoutType(String written) {
        return written.substring(written.indexOf(':') + 1);
    }

    private static String names(List<Profile> found) {
        return found.stream()
                .map(profile -> "%s (%s)"
                        .formatted(profile.displayName(), profile.address().orElse(profile.guid())))
                .collect(joining(", "));
    }
}
