package dev.caravan.kit.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Asks one thing after the other, up to the first that does not go well; then that is the outcome of all.
public final class InTurn {

    private InTurn() {}

    /// What each said, in order.
    public static <A, B> Outcome<List<B>> each(Collection<A> items, Function<A, Outcome<B>> asking) {
        return flat(items, item -> asking.apply(item).map(List::of));
    }

    /// What all of them said together, where each says several things.
    public static <A, B> Outcome<List<B>> flat(Collection<A> items, Function<A, Outcome<List<B>>> asking) {
        var all = new ArrayList<B>();
        for (var item : items) {
            var answer = asking.apply(item);
            if (!(answer instanceof Outcome.Done<List<B>>(var facts))) {
                return answer;
            }
            all.addAll(facts);
        }
        return Outcome.done(List.copyOf(all));
    }
}
