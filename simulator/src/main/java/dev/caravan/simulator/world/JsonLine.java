package dev.caravan.simulator.world;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One object of a JSON Lines file, and where it stands.
///
/// @param file the file's path, relative to the world's folder
/// @param line from 1
public record JsonLine(String file, int line, JsonNode value) {

    /// A text among the object's properties; empty if it is missing, null or no text.
    public Optional<String> text(String property) {
        JsonNode node = value.path(property);
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    /// An instant among the object's properties; empty if it is missing or none.
    public Optional<Instant> instant(String property) {
        try {
            return text(property).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// True if the text of a property is this, in any letter case.
    public boolean is(String property, String value) {
        return text(property).filter(text -> text.equalsIgnoreCase(value)).isPresent();
    }

    /// True only for the literal `true`.
    public boolean isTrue(String property) {
        return value.path(property).asBoolean(false);
    }

    /// The texts of a list; none if it is missing or null.
    public List<String> texts(String property) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value.path(property)) {
            if (element.isString()) {
                texts.add(element.asString());
            }
        }
        return texts;
    }

    Problem problem(String message) {
        return new Problem(file, line, message);
    }
}
