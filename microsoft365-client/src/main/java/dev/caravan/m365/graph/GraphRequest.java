package dev.caravan.m365.graph;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One request that changes something, or calls an action.
public record GraphRequest(Method method, Resource resource, Optional<ObjectNode> body) {

    /// How many requests a batch holds at most.
    public static final int BATCH_MAX = 20;

    /// What is done.
    public enum Method {
        GET,
        POST,
        PATCH,
        DELETE
    }

    /// Reads; in a batch, where [Graph#find] cannot.
    public static GraphRequest get(Resource resource) {
        return new GraphRequest(Method.GET, resource, Optional.empty());
    }

    /// Creates an object in a collection, or calls an action with arguments.
    public static GraphRequest post(Resource resource, ObjectNode body) {
        return new GraphRequest(Method.POST, resource, Optional.of(body));
    }

    /// Calls an action without arguments.
    public static GraphRequest post(Resource resource) {
        return new GraphRequest(Method.POST, resource, Optional.empty());
    }

    /// Sets the properties that the body has.
    public static GraphRequest patch(Resource resource, ObjectNode body) {
        return new GraphRequest(Method.PATCH, resource, Optional.of(body));
    }

    public static GraphRequest delete(Resource resource) {
        return new GraphRequest(Method.DELETE, resource, Optional.empty());
    }
}
