package dev.caravan.dns.records;

import dev.caravan.kit.command.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Asks one thing after the other, up to the first that does not go well.
final class InTurn {

    private InTurn() {}

    static <A, B> Outcome<List<B>> each(Collection<A> items, Function<A, Outcome<B>> asking) {
        Outcome<List<B>> all = Outcome.done(List.of());
        for (A item : items) {
            all = all.then(facts -> asking.apply(item).map(fact -> with(facts, fact)));
        }
        return all;
    }

    private static <B> List<B> with(List<B> facts, B fact) {
        List<B> more = new ArrayList<>(facts);
        more.add(fact);
        return more;
    }
}
