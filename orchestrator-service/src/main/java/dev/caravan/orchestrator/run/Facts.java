package dev.caravan.orchestrator.run;

import java.util.Map;
import java.util.Optional;

/// What the chunks of a step tell, as one answer of the step: a number whose name ends in `Max` is the largest of
/// all, other numbers are summed, booleans hold if all do, and of texts the last one counts. A text whose name ends in
/// `MaxOf` says of what the largest is: it is that of the chunk whose number is the largest.
final class Facts {

    private static final String MAX = "Max";
    private static final String OF = "Of";

    private Facts() {}

    static Map<String, Object> merge(Map<String, Object> before, Map<String, Object> more) {
        return Ordered.changed(
                before,
                all -> more.forEach((name, value) -> scalar(value)
                        .ifPresent(told -> all.merge(
                                name,
                                told,
                                (one, other) -> name.endsWith(MAX + OF)
                                        ? ofTheLarger(name, before, more, one, other)
                                        : merge(name, one, other)))));
    }

    private static Object ofTheLarger(
            String name, Map<String, Object> before, Map<String, Object> more, Object one, Object other) {
        var largest = name.substring(0, name.length() - OF.length());
        return before.get(largest) instanceof Number first
                        && more.get(largest) instanceof Number second
                        && first.doubleValue() >= second.doubleValue()
                ? one
                : other;
    }

    private static Object merge(String name, Object one, Object other) {
        var isMax = name.endsWith(MAX);
        if (one instanceof Long first && other instanceof Long second) {
            return isMax ? Math.max(first, second) : saturated(first, second);
        }
        if (one instanceof Number first && other instanceof Number second) {
            return isMax
                    ? Math.max(first.doubleValue(), second.doubleValue())
                    : first.doubleValue() + second.doubleValue();
        }
        return one instanceof Boolean first && other instanceof Boolean second ? first && second : other;
    }

    // A sum that does not fit is no reason to stop a run.
    private static Object saturated(long one, long other) {
        var sum = one + other;
        var overflows = ((one ^ sum) & (other ^ sum)) < 0;
        return overflows ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    private static Optional<Object> scalar(Object value) {
        return switch (value) {
            case Byte number -> Optional.of(number.longValue());
            case Short number -> Optional.of(number.longValue());
            case Integer number -> Optional.of(number.longValue());
            case Float number -> Optional.of(number.doubleValue());
            case Long _, Double _, Boolean _, String _ -> Optional.of(value);
            default -> Optional.empty();
        };
    }
}
