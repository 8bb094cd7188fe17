package dev.caravan.simulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Ids that must be GUIDs and different from each other, over one or more files.
final class Guids {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    private final Map<String, JsonLine> seen = new HashMap<>();

    static boolean wellFormed(String text) {
        return GUID.matcher(text).matches();
    }

    /// Requires an id that no other object has.
    void require(JsonLine object, String property, List<Problem> problems) {
        if (object.text(property).isEmpty()) {
            problems.add(object.problem("`" + property + "` is missing; it must be a GUID"));
        } else {
            allow(object, property, problems);
        }
    }

    /// Allows an object to have no such id, or the one of zeros.
    void allow(JsonLine object, String property, List<Problem> problems) {
        String id = object.text(property).orElse("").toLowerCase(Locale.ROOT);
        if (id.isEmpty() || id.equals(NIL)) {
            return;
        }
        if (!wellFormed(id)) {
            problems.add(object.problem("`" + property + "` must be a GUID, but is \"" + id + "\""));
            return;
        }
        JsonLine first = seen.putIfAbsent(id, object);
        if (first != null) {
            problems.add(object.problem(
                    "`" + property + "` " + id + " is already that of " + first.file() + ":" + first.line()));
        }
    }
}
