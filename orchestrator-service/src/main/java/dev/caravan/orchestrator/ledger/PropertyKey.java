package dev.caravan.orchestrator.ledger;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;

/// One property of one object: what a line of the ledger is about, within a run and a step.
///
/// The written form sorts by object, so that a range of keys holds whole objects and can be part of a stored run.
///
/// @param kind kind of the object in the field's words: `rrset`, `mailbox`
/// @param id the object's stable id
/// @param property which of its properties
public record PropertyKey(String kind, String id, String property) {

    /// Sorts before every other character, so that `a` and all its properties come before `ab`.
    private static final char SEPARATOR = '\u0000';

    public PropertyKey {
        requireNoSeparator(kind);
        requireNoSeparator(id);
        requireNoSeparator(property);
    }

    public static PropertyKey of(Change change) {
        return new PropertyKey(change.kind(), change.id(), change.property());
    }

    public static PropertyKey of(Conflict conflict) {
        return new PropertyKey(conflict.kind(), conflict.id(), conflict.property());
    }

    /// Reads the written form. Throws `IllegalArgumentException` when the text is none.
    public static PropertyKey parse(String text) {
        var parts = text.split(String.valueOf(SEPARATOR), -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not the key of a property: " + text.replace(SEPARATOR, '/'));
        }
        return new PropertyKey(parts[0], parts[1], parts[2]);
    }

    /// Whether both are properties of one object.
    public boolean isOfSameObjectAs(PropertyKey other) {
        return kind.equals(other.kind) && id.equals(other.id);
    }

    @Override
    public String toString() {
        return kind + SEPARATOR + id + SEPARATOR + property;
    }

    private static void requireNoSeparator(String part) {
        if (part.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("a NUL character in the name of an object or a property: " + part);
        }
    }
}
