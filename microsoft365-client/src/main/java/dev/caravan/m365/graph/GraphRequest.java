package dev.caravan.m365.graph;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One request that changes something, or calls an action; or in a batch one that reads.
///
/// @param select which properties a request that reads wants; what Graph gives unasked when empty
public record GraphRequest(Method method, Resource resource, Optional<ObjectNode> body, List<String> select) {

    /// How many requests a batch holds at most.
    public static final int BATCH_MAX = 20;

    public GraphRequest {
        select = List.copyOf(select);
    }

    /// What is done.
    public enum Method {
        GET,
        POST,
        PATCH,
        DELETE
    }

    /// Reads; in a batch, where [Graph#find] cannot.
    public static GraphRequest get(Resource resource) {
        return new GraphRequest(Method.GET, resource, Optional.empty(), List.of());
    }

    /// Reads these properties; in a batch, where [Graph#find] cannot.
    public static GraphRequest get(Resource resource, List<String> select) {
        return new GraphRequest(Method.GET, resource, Optional.empty(), select);
    }

    /// Creates an object in a collection, or calls an action with arguments.
    public static GraphRequest post(Resource resource, ObjectNode body) {
        return new GraphRequest(Method.POST, resource, Optional.of(body), List.of());
    }

    /// Calls an action without arguments.
    public static GraphRequest post(Resource resource) {
        return new GraphRequest(Method.POST, resource, Optional.empty(), List.of());
    }

    /// Sets the properties that the body has.
    public static GraphRequest patch(Resource resource, ObjectNode body) {
        return new GraphRequest(Method.PATCH, resource, Optional.of(body), List.of());
    }

    public static GraphRequest delete(Resource resource) {
        return new GraphRequest(Method.DELETE, resource, Optional.empty(), List.of());
    }

    /// The path below the version with its options, encoded.
    String path() {
        return select.isEmpty() ? resource.path() : resource.path() + "?$select=" + String.join(",", select);
    }
}
