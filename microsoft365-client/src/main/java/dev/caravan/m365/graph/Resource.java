package dev.caravan.m365.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.List;

/// The place of one object, or of an action on it, such as `/users/{id}/assignLicense`. No segment is ever empty: an
/// empty id would mean the whole collection.
public record Resource(List<String> segments) {

    public Resource {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.stream().anyMatch(Resource::leadsElsewhere)) {
            throw new IllegalArgumentException("not a place in Graph: " + segments);
        }
    }

    /// The place at the end of these segments, none of them encoded.
    public static Resource at(String... segments) {
        return new Resource(List.of(segments));
    }

    /// The path below the version, with a slash before it, encoded.
    public String path() {
        return segments.stream().map(Resource::encoded).collect(joining("/", "/", ""));
    }

    private static boolean leadsElsewhere(String segment) {
        return segment.isBlank() || segment.equals(".") || segment.equals("..");
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    }
}
