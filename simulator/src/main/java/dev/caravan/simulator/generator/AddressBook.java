package dev.caravan.simulator.generator;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The names and addresses of a tenant that are taken.
final class AddressBook {

    private final Set<String> taken = new HashSet<>();

    /// Takes a name if it is free.
    boolean take(String name) {
        return taken.add(name.toLowerCase(Locale.ROOT));
    }

    /// Takes the name, or it with the first number that makes it free.
    String takeNumbered(String name, String rest) {
        String free = name;
        for (int number = 2; !take(free + rest); number++) {
            free = name + number;
        }
        return free;
    }
}
