package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.mailbox.address.NameWish;
import dev.caravan.mailbox.pairing.Destination;
import dev.caravan.mailbox.pairing.Mark;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.TargetCreations;
import dev.caravan.mailbox.recipient.TargetCreations.SignIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds names for new targets that nobody has, neither as an address nor as a short name, and recognizes users that
/// were
/// created for the same targets before.
final class TargetNames {

    private final RecipientDirectory directory;
    private final TargetCreations creations;
    private final Destination destination;
    private final Call call;
    private final Map<String, Name> given = new HashMap<>();

    private TargetNames(RecipientDirectory directory, TargetCreations creations, Destination destination, Call call) {
        this.directory = directory;
        this.creations = creations;
        this.destination = destination;
        this.call = call;
    }

    /// @param user who has it, if that is the unfinished target itself
    record Name(String address, Optional<SignIn> user) {}

    /// @param wishes whose keys are the guids of the sources
    /// @return by key
    static Outcome<Map<String, Name>> of(
            List<NameWish> wishes,
            Destination destination,
            RecipientDirectory directory,
            TargetCreations creations,
            Call call) {
        return new TargetNames(directory, creations, destination, call).give(wishes, 1);
    }

    private Outcome<Map<String, Name>> give(List<NameWish> wishes, int number) {
        if (wishes.isEmpty()) {
            return Outcome.done(given);
        }
        if (number > NameWish.NUMBERS_MAX) {
            return Outcome.failedForGood(
                    "no-free-name",
                    "no free name in %s for %s"
                            .formatted(destination.domain(), wishes.getFirst().local()));
        }
        var keys =
                wishes.stream().flatMap(wish -> keys(wish, number)).distinct().toList();
        return directory.holders(keys, call).then(holders -> {
            var taken = wishes.stream()
                    .filter(wish -> keys(wish, number).anyMatch(holders::containsKey))
                    .map(wish -> wish.candidate(destination.domain(), number))
                    .distinct()
                    .toList();
            return creations.signIns(taken, call).then(users -> {
                var left = new ArrayList<NameWish>();
                wishes.forEach(wish -> {
                    if (!isGiven(wish, number, holders, users)) {
                        left.add(wish);
                    }
                });
                return give(left, number + 1);
            });
        });
    }

    private boolean isGiven(NameWish wish, int number, Map<String, Set<String>> holders, Map<String, SignIn> users) {
        var candidate = wish.candidate(destination.domain(), number);
        var user = Optional.ofNullable(users.get(candidate))
                .filter(found -> found.mark().equals(Mark.of(wish.key())));
        var isFree = keys(wish, number).noneMatch(holders::containsKey)
                && given.values().stream().noneMatch(name -> name.address().equals(candidate));
        if (user.isPresent() || isFree) {
            given.put(wish.key(), new Name(candidate, user));
        }
        return user.isPresent() || isFree;
    }

    /// All that a target of that name would have: two addresses and a short name.
    private Stream<String> keys(NameWish wish, int number) {
        var address = wish.candidate(destination.domain(), number);
        return Stream.of(
                        address,
                        wish.candidate(destination.initialDomain(), number),
                        address.substring(0, address.lastIndexOf('@')))
                .distinct();
    }
}
