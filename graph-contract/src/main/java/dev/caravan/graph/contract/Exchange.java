package dev.caravan.graph.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// One call and its answer.
///
/// @param url after `/v1.0`, with the query, as it was spelt
/// @param requestHeaders by their names in small letters
/// @param request a missing node where there is no body
/// @param answerHeaders by their names in small letters
/// @param answer a missing node where there is no body
public record Exchange(
        String method,
        String url,
        Map<String, String> requestHeaders,
        JsonNode request,
        int status,
        Map<String, String> answerHeaders,
        JsonNode answer) {

    /// Reads one line of what a simulator wrote down.
    public static Exchange of(JsonNode line) {
        return new Exchange(
                line.path("method").asString(),
                line.path("url").asString(),
                headers(line.path("requestHeaders")),
                line.path("request"),
                line.path("status").asInt(),
                headers(line.path("answerHeaders")),
                line.path("answer"));
    }

    boolean isBatch() {
        return path().equals("/$batch");
    }

    /// Each part of a batch that was answered; none of any other call.
    List<Exchange> parts() {
        if (!isBatch()) {
            return List.of();
        }
        Map<String, JsonNode> answers = answer.path("responses")
                .valueStream()
                .collect(Collectors.toMap(
                        part -> part.path("id").asString(""), part -> part, (first, _) -> first, TreeMap::new));
        return request.path("requests")
                .valueStream()
                .flatMap(
                        part -> Optional.ofNullable(answers.get(part.path("id").asString("")))
                                .map(answered -> part(part, answered))
                                .stream())
                .toList();
    }

    private static Exchange part(JsonNode asked, JsonNode answered) {
        return new Exchange(
                asked.path("method").asString("").toUpperCase(Locale.ROOT),
                asked.path("url").asString("").replaceFirst("^(?!/)", "/"),
                headers(asked.path("headers")),
                asked.path("body"),
                answered.path("status").asInt(),
                headers(answered.path("headers")),
                answered.path("body"));
    }

    String path() {
        return url.split("\\?", 2)[0];
    }

    /// The options, decoded.
    Map<String, String> query() {
        String[] parts = url.split("\\?", 2);
        Map<String, String> query = new LinkedHashMap<>();
        if (parts.length == 2) {
            Arrays.stream(parts[1].split("&"))
                    .filter(Predicate.not(String::isEmpty))
                    .forEach(option -> {
                        String[] pair = option.split("=", 2);
                        query.put(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
                    });
        }
        return query;
    }

    boolean isRefused() {
        return status >= 400;
    }

    private static Map<String, String> headers(JsonNode written) {
        Map<String, String> headers = new TreeMap<>();
        written.properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asString("")));
        return headers;
    }

    static String decoded(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + decoded(url.replace("+", "%2B")) + " → " + status;
    }
}
