package dev.caravan.m365.exchange;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What a cmdlet put out.
///
/// @param objects as Exchange wrote them, with its `@odata` and `@data` properties
/// @param warnings what it said beside, which changes nothing about the outcome
/// @param cursor where the next page begins; empty when this is the last
public record CmdletOutput(List<ObjectNode> objects, List<String> warnings, Optional<String> cursor) {

    public CmdletOutput {
        objects = List.copyOf(objects);
        warnings = List.copyOf(warnings);
    }
}
