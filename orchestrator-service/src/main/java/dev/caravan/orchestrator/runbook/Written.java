package dev.caravan.orchestrator.runbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/// Checks of written forms, and copies that keep the written order: `Set.copyOf` and `Map.copyOf` iterate
/// differently in every process, and the process of a run must not.
final class Written {

    private static final int QUOTED_MAX = 80;

    private Written() {}

    /// Throws `IllegalArgumentException` with a message for people.
    static void require(String text, Pattern pattern, String what, String form) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("`%s` is not %s: write %s".formatted(shortened(text), what, form));
        }
    }

    /// Foreign text in a message, however long it is.
    static String shortened(String text) {
        return text.length() <= QUOTED_MAX ? text : text.substring(0, QUOTED_MAX) + "…";
    }

    static <T> SequencedSet<T> set(Collection<T> elements) {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(elements));
    }

    static Map<String, Object> arguments(Map<String, ?> arguments) {
        var copy = new LinkedHashMap<String, Object>();
        arguments.forEach((name, value) -> copy.put(name, argument(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object argument(Object value) {
        return switch (value) {
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                list.forEach(element -> copy.add(argument(element)));
                yield Collections.unmodifiableList(copy);
            }
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((name, element) -> copy.put(name.toString(), argument(element)));
                yield Collections.unmodifiableMap(copy);
            }
            default -> value;
        };
    }
}
