package dev.caravan.simulator.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of a collection that one request asks for, with the link to the next.
record Page(GraphRequest request, Selection selection) {

    private static final int SIZE = 100;
    private static final int SIZE_MAX = 999;
    private static final String TOP = "$top";
    private static final String SKIP_TOKEN = "$skiptoken";

    /// @param context what the values are, as `$metadata` names it
    ObjectNode of(String context, List<ObjectNode> all) {
        return of(context, all, SIZE);
    }

    /// @param otherwise how many are answered where nobody says
    ObjectNode of(String context, List<ObjectNode> all, int otherwise) {
        int from = from();
        int size = size(otherwise);
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("@odata.context", request.base() + "/$metadata#" + context + selection.suffix());
        if (request.option(MailboxPath.COUNT).filter("true"::equals).isPresent()) {
            body.put("@odata.count", all.size());
        }
        if (from + size < all.size()) {
            body.put("@odata.nextLink", next(from + size));
        }
        ArrayNode value = body.putArray("value");
        all.stream().skip(from).limit(size).map(selection::of).forEach(value::add);
        return body;
    }

    private int size(int otherwise) {
        int size = request.option(TOP).map(written -> number(TOP, written)).orElse(otherwise);
        if (size < 1 || size > SIZE_MAX) {
            throw GraphError.badRequest(
                    "Invalid page size specified: '" + size + "'. Must be between 1 and 999 inclusive.");
        }
        return size;
    }

    private int from() {
        return request.option(SKIP_TOKEN)
                .map(token -> number(SKIP_TOKEN, token.replaceFirst("^RFNwdAo", "")))
                .orElse(0);
    }

    private String next(int from) {
        Map<String, String> query = new TreeMap<>(request.query());
        query.put(SKIP_TOKEN, "RFNwdAo" + from);
        return request.base()
                + request.target()
                + query.entrySet().stream()
                        .map(option ->
                                option.getKey() + "=" + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static int number(String option, String written) {
        try {
            return Integer.parseUnsignedInt(written);
        } catch (NumberFormatException e) {
            throw GraphError.badRequest("Invalid value for query option " + option + ": '" + written + "'.");
        }
    }
}
