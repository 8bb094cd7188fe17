package dev.caravan.kit.plan;

import java.util.List;

/// A value that neither before nor after explains, because somebody else changed it: it is kept and shown to people.
///
/// @param kind kind of the object, as in [Change]
/// @param id the object's stable id
/// @param property the property that somebody changed
/// @param observed its values now
/// @param sentence what a person reads about it
public record Conflict(String kind, String id, String property, List<String> observed, String sentence) {

    public Conflict {
        observed = List.copyOf(observed);
    }
}
