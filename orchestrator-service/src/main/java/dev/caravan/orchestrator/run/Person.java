package dev.caravan.orchestrator.run;

import java.text.Normalizer;
import java.util.Locale;

/// Who asks, approves or answers, as the API knows the caller.
public record Person(String name) {

    public Person {
        Written.present("name of a person", name);
    }

    /// Throws `IllegalArgumentException` naming the text when it is blank or too long.
    public static Person parse(String name) {
        return new Person(name.strip());
    }

    /// Whether both names mean one person: `Ada ` and `ADA` do, or one pair of eyes could pass for two.
    public boolean isSameAs(Person other) {
        return comparable().equals(other.comparable());
    }

    private String comparable() {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return composed.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\p{C}\\s]+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return name;
    }
}
