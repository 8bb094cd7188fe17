package dev.caravan.m365.exchange;

import java.util.List;
import java.util.stream.Stream;

/// The value of one parameter of a cmdlet.
public sealed interface Parameter {

    /// The object that the cmdlet is about, or another one.
    record Names(Identity identity) implements Parameter {}

    /// Text; what shall be empty is [Cleared].
    record Text(String value) implements Parameter {

        public Text {
            if (value.isBlank()) {
                throw new IllegalArgumentException("a parameter's text must not be empty");
            }
        }
    }

    /// A boolean, or a switch, which is only ever set.
    record Flag(boolean value) implements Parameter {}

    record Count(long value) implements Parameter {}

    /// The property is emptied.
    record Cleared() implements Parameter {}

    /// The property has these values from now on and no others.
    record Replaced(List<String> values) implements Parameter {

        public Replaced {
            values = requireSome(values.stream());
        }
    }

    /// Values come and go; the others stay. There is at least one, because Exchange empties the property otherwise.
    record Changed(List<String> added, List<String> removed) implements Parameter {

        public Changed {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            requireSome(Stream.concat(added.stream(), removed.stream()));
        }
    }

    private static List<String> requireSome(Stream<String> values) {
        var all = values.toList();
        if (all.isEmpty() || all.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("there must be values, none of them empty: " + all);
        }
        return all;
    }
}
