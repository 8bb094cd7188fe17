package dev.caravan.license.item;

import dev.caravan.kit.command.ObjectFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which address is copied to which.
///
/// @param failures those of whom that cannot be said, and why
/// @param gone how many mailboxes are not there any more
public record Pairing(List<Pair> pairs, List<ObjectFailure> failures, int gone) {

    private static final String MAILBOX = "mailbox";

    public Pairing {
        pairs = List.copyOf(pairs);
        failures = List.copyOf(failures);
    }

    /// Of mailboxes whose counterparts are known. One that has an item keeps its addresses, as long as they are
    /// theirs: which of several is the first may have changed, and a second item would need another licence.
    ///
    /// @param wanted guids of the source's mailboxes
    /// @param sources what of them is there, by guid
    /// @param counterparts mailboxes of the destination, by the guid of the source's
    /// @param items those that there are from any of the sources' addresses
    public static Pairing of(
            List<String> wanted,
            Map<String, Mailbox> sources,
            String sourceDomain,
            Map<String, Mailbox> counterparts,
            String destinationDomain,
            Collection<Item> items) {
        var pairs = new ArrayList<Pair>();
        var failures = new ArrayList<ObjectFailure>();
        for (var guid : wanted) {
            var source = sources.get(guid);
            if (source == null) {
                continue;
            }
            var item = items.stream().filter(one -> source.has(one.from())).findFirst();
            var from = item.map(Item::from).or(() -> source.in(sourceDomain));
            var to = Optional.ofNullable(counterparts.get(guid)).flatMap(pair -> target(pair, destinationDomain, item));
            if (from.isEmpty()) {
                failures.add(addressless(source, sourceDomain));
            } else if (to.isEmpty()) {
                failures.add(new ObjectFailure(
                        MAILBOX,
                        guid,
                        "%s has no mailbox at the destination whose CustomAttribute15 is caravan:%s"
                                .formatted(source.displayName(), guid)));
            } else {
                pairs.add(new Pair(from.get(), to.get()));
            }
        }
        return new Pairing(pairs, failures, wanted.size() - sources.size());
    }

    /// Of accounts that are called the same at both sides.
    ///
    /// @param accounts what stands before the @
    /// @param sources what of them is there, by address
    /// @param destinations what of them is there, by address
    public static Pairing ofAccounts(
            List<String> accounts,
            Map<String, Mailbox> sources,
            String sourceDomain,
            Map<String, Mailbox> destinations,
            String destinationDomain) {
        var pairs = new ArrayList<Pair>();
        var failures = new ArrayList<ObjectFailure>();
        for (var account : accounts) {
            var pair = new Pair(address(account, sourceDomain), address(account, destinationDomain));
            missing(sources, pair.from())
                    .or(() -> missing(destinations, pair.to()))
                    .ifPresentOrElse(failures::add, () -> pairs.add(pair));
        }
        return new Pairing(pairs, failures, 0);
    }

    /// What an account is called in a domain.
    public static String address(String account, String domain) {
        return account + "@" + domain.toLowerCase(Locale.ROOT);
    }

    /// That a mailbox has no address that an item could be known by.
    public static ObjectFailure addressless(Mailbox mailbox, String domain) {
        return new ObjectFailure(
                MAILBOX, mailbox.guid(), "%s has no address in %s".formatted(mailbox.displayName(), domain));
    }

    /// The address in the initial domain stays valid whatever happens to the others.
    private static Optional<String> target(Mailbox mailbox, String destinationDomain, Optional<Item> item) {
        return item.map(Item::to)
                .filter(mailbox::has)
                .or(() -> mailbox.in(destinationDomain))
                .or(mailbox::primary);
    }

    private static Optional<ObjectFailure> missing(Map<String, Mailbox> found, String address) {
        return found.containsKey(address)
                ? Optional.empty()
                : Optional.of(new ObjectFailure(MAILBOX, address, "there is no mailbox " + address));
    }
}
