package dev.caravan.license.item;

import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which items come and go. An item is known by its address at the source.
public final class ItemChanges {

    public static final String KIND = "bittitanItem";

    private static final String TO = "importAddress";

    private ItemChanges() {}

    /// Whether a recorded change is one of these.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND) && change.property().equals(TO);
    }

    /// The items that are missing.
    public static Plan addition(Collection<Item> observed, List<Pair> wanted) {
        var changes = wanted.stream()
                .filter(pair -> of(observed, pair.from()).isEmpty())
                .map(pair -> new Change(
                        KIND,
                        pair.from(),
                        TO,
                        List.of(),
                        List.of(pair.to()),
                        "Add the item from %s to %s".formatted(pair.from(), pair.to())))
                .toList();
        return Plan.of(changes, wanted.size());
    }

    /// Those that have an item which leads elsewhere: mail would be copied to somebody else.
    public static List<ObjectFailure> misled(Collection<Item> observed, List<Pair> wanted) {
        return wanted.stream()
                .flatMap(pair -> of(observed, pair.from())
                        .filter(item -> !item.to().equalsIgnoreCase(pair.to()))
                        .map(item -> new ObjectFailure(
                                KIND,
                                pair.from(),
                                "there is an item from %s to %s, not to %s"
                                        .formatted(item.from(), item.to(), pair.to())))
                        .stream())
                .toList();
    }

    /// What goes of that which recorded changes say was added.
    public static Plan reversion(Collection<Item> observed, List<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            if (!change.before().isEmpty() || change.after().isEmpty()) {
                continue;
            }
            of(observed, change.id()).ifPresent(item -> {
                if (item.to().equalsIgnoreCase(change.after().getFirst())) {
                    changes.add(new Change(
                            KIND,
                            change.id(),
                            TO,
                            change.after(),
                            List.of(),
                            "Remove the item from %s to %s".formatted(item.from(), item.to())));
                } else {
                    conflicts.add(new Conflict(
                            KIND,
                            change.id(),
                            TO,
                            List.of(item.to()),
                            "The item from %s leads to %s, as others have it, and stays"
                                    .formatted(item.from(), item.to())));
                }
            });
        }
        return new Plan(changes, conflicts, recorded.size());
    }

    /// The item of that address.
    public static Optional<Item> of(Collection<Item> items, String from) {
        return items.stream().filter(item -> item.isFrom(from)).findFirst();
    }
}
