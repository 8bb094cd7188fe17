package dev.caravan.m365.wire;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a host answered, to a request or to one part of a batch.
///
/// @param headers the first value of each; letter case makes no difference
/// @param json the body, when it is a JSON object
/// @param otherText the body, when it is anything else
public record Answer(int status, Map<String, String> headers, Optional<ObjectNode> json, String otherText) {

    public Answer {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    /// The answer with that body.
    public static Answer of(int status, Map<String, String> headers, String body) {
        try {
            return JsonMapper.shared().readTree(body) instanceof ObjectNode json
                    ? new Answer(status, headers, Optional.of(json), "")
                    : new Answer(status, headers, Optional.empty(), body);
        } catch (JacksonException _) {
            return new Answer(status, headers, Optional.empty(), body);
        }
    }

    /// The answer that stands in one element of a batch's `responses`.
    public static Answer ofPart(JsonNode part) {
        var headers = new TreeMap<String, String>();
        part.path("headers").properties().forEach(header -> headers.put(header.getKey(), text(header.getValue())));
        var body = part.path("body");
        var status = part.path("status").asInt(0);
        return body instanceof ObjectNode json
                ? new Answer(status, headers, Optional.of(json), "")
                : new Answer(status, headers, Optional.empty(), text(body));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// The body, whatever it is.
    public String text() {
        return json.map(ObjectNode::toString).orElse(otherText);
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.isMissingNode() || node.isNull() ? "" : node.toString();
    }
}
