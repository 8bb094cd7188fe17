package dev.caravan.m365.graph;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// One request that changes something, or calls an action; or in a batch one that reads.
///
/// @param select which properties a request that reads wants; what Graph gives unasked when empty
/// @param top how many objects of a collection are wanted at most; Graph's own number when empty
/// @param filter an OData filter, where a collection is read
public record GraphRequest(
        Method method,
        Resource resource,
        Optional<ObjectNode> body,
        List<String> select,
        Optional<Integer> top,
        Optional<String> filter) {

    /// How many requests a batch holds at most.
    public static final int BATCH_MAX = 20;

    public GraphRequest {
        select = List.copyOf(select);
    }

    private GraphRequest(Method method, Resource resource, Optional<ObjectNode> body, List<String> select) {
        this(method, resource, body, select, Optional.empty(), Optional.empty());
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

    /// Reads the first page of a collection, of that size and with those objects that an OData filter lets through.
    public GraphRequest page(int size, String wanted) {
        return new GraphRequest(method, resource, body, select, Optional.of(size), Optional.of(wanted));
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

    /// Whether it changes nothing.
    boolean isRead() {
        return method == Method.GET;
    }

    /// The path below the version with its options, encoded.
    String path() {
        var selected = select.isEmpty() ? Optional.<String>empty() : Optional.of(String.join(",", select));
        var options = Stream.of(
                        selected.map(names -> "$select=" + names),
                        top.map(size -> "$top=" + size),
                        filter.map(text -> "$filter=" + Resource.encoded(text)))
                .flatMap(Optional::stream)
                .collect(joining("&"));
        return options.isEmpty() ? resource.path() : resource.path() + "?" + options;
    }
}
