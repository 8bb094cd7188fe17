package dev.caravan.m365.graph;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Some objects of a collection, as Graph wrote them.
///
/// @param cursor where the next page begins; empty when this is the last
public record Page(List<ObjectNode> objects, Optional<String> cursor) {

    public Page {
        objects = List.copyOf(objects);
    }
}
