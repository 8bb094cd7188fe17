package dev.caravan.mailbox.pairing;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.RecipientKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Properties of targets that have one text, and the way back of their changes.
public enum TargetProperty {
    MARK(Mark.PROPERTY) {
        @Override
        String of(Profile target) {
            return target.mark();
        }
    },
    DISPLAY_NAME("displayName") {
        @Override
        String of(Profile target) {
            return target.displayName();
        }
    };

    private final String word;

    TargetProperty(String word) {
        this.word = word;
    }

    abstract String of(Profile target);

    /// As plans, ledger and dump know it.
    public String word() {
        return word;
    }

    /// The property of that word.
    public static Optional<TargetProperty> named(String word) {
        return Arrays.stream(values())
                .filter(property -> property.word.equals(word))
                .findFirst();
    }

    /// Whether a recorded change is one of this property of a recipient.
    public boolean isOne(Change change) {
        return change.property().equals(word) && RecipientKind.of(change.kind()).isPresent();
    }

    /// That a shared mailbox's target is called as the mailbox is; nothing where it is.
    public static Optional<Change> renaming(Profile source, Profile target) {
        return source.displayName().equals(target.displayName())
                ? Optional.empty()
                : Optional.of(new Change(
                        target.kind().word(),
                        target.guid(),
                        DISPLAY_NAME.word,
                        List.of(target.displayName()),
                        List.of(source.displayName()),
                        "%s is called %s".formatted(target.displayName(), source.displayName())));
    }

    /// The way back of recorded changes; what others wrote there since stays.
    ///
    /// @param targets those that are still there, by their guid
    public Plan reversion(Map<String, Profile> targets, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var target = targets.get(change.id());
            if (target == null) {
                conflicts.add(conflict(change, List.of(), "it has been removed since and stays so"));
                continue;
            }
            var now = of(target).isEmpty() ? List.<String>of() : List.of(of(target));
            if (now.equals(change.after())) {
                changes.add(new Change(
                        change.kind(),
                        change.id(),
                        word,
                        now,
                        change.before(),
                        "%s: %s is %s again".formatted(target.displayName(), word, shown(change.before()))));
            } else if (!now.equals(change.before())) {
                conflicts.add(conflict(
                        change,
                        now,
                        "%s: %s was set to %s by others and stays so"
                                .formatted(target.displayName(), word, shown(now))));
            }
        }
        return new Plan(changes, conflicts, targets.size());
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "empty" : "\"" + values.getFirst() + "\"";
    }

    private static Conflict conflict(Change change, List<String> observed, String sentence) {
        return new Conflict(change.kind(), change.id(), change.property(), observed, sentence);
    }
}
