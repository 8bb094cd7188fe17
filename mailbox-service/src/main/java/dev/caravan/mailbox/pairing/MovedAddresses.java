package dev.caravan.mailbox.pairing;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.AddressChanges;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.address.SignInName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// Gives targets the addresses that whom they take the place of has lost with the domains.
public final class MovedAddresses {

    /// What need not have a target.
    private static final Set<RecipientKind> WITHOUT_TARGET =
            Set.of(RecipientKind.MAIL_CONTACT, RecipientKind.MAIL_USER, RecipientKind.MAIL_PUBLIC_FOLDER);

    private MovedAddresses() {}

    /// What recorded changes of addresses can concern.
    ///
    /// @param sources who they were of, by the id that the changes have
    /// @param targets by the guid of whom they are the target of
    /// @param holders who has an address at the destination, in lower case
    public record Observed(
            Map<String, Recipient> sources, Map<String, Profile> targets, Map<String, Recipient> holders) {

        public Observed {
            sources = Map.copyOf(sources);
            targets = Map.copyOf(targets);
            holders = Map.copyOf(holders);
        }
    }

    /// Whether a recorded change is one of addresses, be it of recipients or with sign-in names.
    public static boolean isOne(Change change) {
        return AddressChanges.isOne(change) || SignInName.isOfAddresses(change);
    }

    /// The addresses in these domains that a change has taken away.
    public static List<String> lost(Change change, MovingDomains domains) {
        var after = new AddressList(change.after());
        return new AddressList(change.before())
                .smtp().stream()
                        .filter(domains::hold)
                        .filter(address -> after.smtp().stream().noneMatch(address::equalsIgnoreCase))
                        .toList();
    }

    /// The primary address in these domains that a change has replaced by another one.
    public static Optional<String> replacedPrimary(Change change, MovingDomains domains) {
        var after = new AddressList(change.after()).primary();
        return new AddressList(change.before())
                .primary()
                .filter(domains::hold)
                .filter(primary -> after.filter(primary::equalsIgnoreCase).isEmpty());
    }

    /// That targets have these addresses beside their own.
    public static Plan adding(Collection<Change> recorded, MovingDomains domains, Observed observed) {
        return plan(recorded, change -> lost(change, domains), observed, (list, addresses) -> {
            var with = list;
            for (var address : addresses) {
                with = with.with(address);
            }
            return with;
        });
    }

    /// That the primary address of targets is the one that was replaced.
    public static Plan promoting(Collection<Change> recorded, MovingDomains domains, Observed observed) {
        return plan(
                recorded,
                change -> replacedPrimary(change, domains).stream().toList(),
                observed,
                (list, addresses) -> list.primary()
                                .filter(addresses.getFirst()::equalsIgnoreCase)
                                .isPresent()
                        ? list
                        : list.withPrimary(addresses.getFirst()));
    }

    private static Plan plan(
            Collection<Change> recorded,
            Function<Change, List<String>> concerned,
            Observed observed,
            BiFunction<AddressList, List<String>, AddressList> wanted) {
        var conflicts = new ArrayList<Conflict>();
        var bySource = new LinkedHashMap<String, List<String>>();
        for (var change : recorded) {
            var addresses = concerned.apply(change);
            var source = observed.sources().get(change.id());
            if (!addresses.isEmpty() && source == null) {
                conflicts.add(conflict(
                        change, "whoever had %s is not there any more".formatted(String.join(", ", addresses))));
            } else if (source != null && !addresses.isEmpty()) {
                var objection = objection(source, addresses, observed);
                if (objection.isPresent()) {
                    conflicts.add(conflict(change, source.displayName() + ": " + objection.get()));
                } else {
                    bySource.merge(
                            source.guid(),
                            addresses,
                            (one, other) -> Stream.concat(one.stream(), other.stream())
                                    .distinct()
                                    .toList());
                }
            }
        }
        var changes = new ArrayList<Change>();
        bySource.forEach(
                (guid, addresses) -> Optional.ofNullable(observed.targets().get(guid))
                        .flatMap(target -> change(target.recipient(), addresses, wanted))
                        .ifPresent(changes::add));
        return new Plan(changes, conflicts, bySource.size());
    }

    private static Optional<String> objection(Recipient source, List<String> addresses, Observed observed) {
        var target = observed.targets().get(source.guid());
        if (target == null) {
            return WITHOUT_TARGET.contains(source.kind())
                    ? Optional.empty()
                    : Optional.of("has no target for " + String.join(", ", addresses));
        }
        return addresses.stream()
                .flatMap(address -> Stream.ofNullable(observed.holders().get(address.toLowerCase(Locale.ROOT)))
                        .filter(holder -> !holder.guid().equals(target.guid()))
                        .map(holder -> "%s is still that of %s, a %s (%s)"
                                .formatted(
                                        address,
                                        holder.displayName(),
                                        holder.kind().word(),
                                        holder.guid())))
                .findFirst();
    }

    private static Optional<Change> change(
            Recipient target, List<String> addresses, BiFunction<AddressList, List<String>, AddressList> wanted) {
        var after = wanted.apply(target.addresses(), addresses);
        return after.isSameAs(target.addresses())
                ? Optional.empty()
                : Optional.of(AddressChanges.change(
                        target,
                        after,
                        "%s has %s%s"
                                .formatted(
                                        target.displayName(),
                                        String.join(", ", addresses),
                                        after.primary()
                                                        .equals(target.addresses()
                                                                .primary())
                                                ? " too"
                                                : " as primary address")));
    }

    private static Conflict conflict(Change change, String sentence) {
        return new Conflict(change.kind(), change.id(), change.property(), change.before(), sentence);
    }
}
