package dev.caravan.simulator.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One request, alone or as a part of a batch.
///
/// @param base what stands before the path in links: `http://127.0.0.1:29001/graph/v1.0`
/// @param path the segments after `/v1.0`, decoded
/// @param query the options, such as `$select`
/// @param body a missing node where there is none
/// @param eventual whether the caller puts up with answers that are late: `ConsistencyLevel: eventual`
record GraphRequest(
        String method, String base, List<String> path, Map<String, String> query, JsonNode body, boolean eventual) {

    /// Reads `/users/x?$select=id`.
    static GraphRequest of(String method, String base, String url, JsonNode body) {
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        return new GraphRequest(
                method,
                base,
                Arrays.stream(path.split("/", -1))
                        .filter(segment -> !segment.isEmpty())
                        .map(segment -> decoded(segment.replace("+", "%2B")))
                        .toList(),
                mark < 0 ? Map.of() : query(url.substring(mark + 1)),
                body,
                false);
    }

    /// @param consistency the header `ConsistencyLevel`
    GraphRequest at(@Nullable String consistency) {
        return new GraphRequest(method, base, path, query, body, "eventual".equalsIgnoreCase(consistency));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /// As the ledger shows it.
    String target() {
        return "/" + String.join("/", path);
    }

    private static Map<String, String> query(String written) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : written.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            if (!name.isEmpty()) {
                query.put(name, equals < 0 ? "" : decoded(part.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }
}
