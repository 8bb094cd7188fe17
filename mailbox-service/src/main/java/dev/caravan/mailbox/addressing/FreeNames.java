package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.mailbox.address.NameWish;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds a name in a domain for everybody who wishes one: the plain one, or with a number where that is taken.
final class FreeNames {

    private final RecipientDirectory directory;
    private final String domain;
    private final Map<String, String> given = new HashMap<>();

    private FreeNames(RecipientDirectory directory, String domain) {
        this.directory = directory;
        this.domain = domain;
    }

    /// @return the names by the keys of the wishes
    static Outcome<GivenNames> of(List<NameWish> wishes, String domain, RecipientDirectory directory, Call call) {
        return new FreeNames(directory, domain).give(wishes, 1, call);
    }

    /// Asks for the plain names of all, then for numbered ones of those whose names are taken, round after round.
    private Outcome<GivenNames> give(List<NameWish> wishes, int number, Call call) {
        if (wishes.isEmpty()) {
            return Outcome.done(new GivenNames(given));
        }
        if (number > NameWish.NUMBERS_MAX) {
            return Outcome.failedForGood(
                    "no-free-name",
                    "no free name in %s for %s"
                            .formatted(domain, wishes.getFirst().local()));
        }
        var candidates = wishes.stream()
                .map(wish -> wish.candidate(domain, number))
                .distinct()
                .toList();
        return directory.holders(candidates, call).then(holders -> {
            var left = new ArrayList<NameWish>();
            for (var wish : wishes) {
                var candidate = wish.candidate(domain, number);
                var isFree = wish.ids().containsAll(holders.getOrDefault(candidate, Set.of()));
                if (isFree && !given.containsValue(candidate)) {
                    given.put(wish.key(), candidate);
                } else {
                    left.add(wish);
                }
            }
            return give(left, number + 1, call);
        });
    }
}
