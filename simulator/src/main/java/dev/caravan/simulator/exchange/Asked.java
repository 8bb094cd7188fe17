package dev.caravan.simulator.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the address of a request asks for beside the cmdlet, and how that is answered.
///
/// @param address of the request without its options, which links to further pages repeat
/// @param select the value of `$select`
/// @param from how many rows earlier pages had
record Asked(String address, Optional<String> select, int from) {

    static Asked of(String url) {
        int mark = url.indexOf('?');
        Map<String, String> options = options(mark < 0 ? "" : url.substring(mark + 1));
        return new Asked(
                mark < 0 ? url : url.substring(0, mark),
                Optional.ofNullable(options.get("$select")),
                number(options.getOrDefault("$skiptoken", "0")));
    }

    /// True if a page of that size is not the last one of so many rows.
    boolean leaves(int rows, int size) {
        return from + size < rows;
    }

    /// A page of that size, with a link to the next one.
    ///
    /// @param root the address that a tenant's answers have in common
    ObjectNode page(String root, List<String> warnings, List<ObjectNode> rows, int size) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("@odata.context", root + "/$metadata#Collection(Exchange.GenericHashTable)");
        body.put("adminapi.warnings@odata.type", "#Collection(String)");
        ArrayNode said = body.putArray("@adminapi.warnings");
        warnings.forEach(said::add);
        ArrayNode value = body.putArray("value");
        rows.stream().skip(from).limit(size).forEach(value::add);
        if (leaves(rows.size(), size)) {
            body.put(
                    "@odata.nextLink",
                    address + "?$skiptoken=" + (from + size)
                            + select.map(written -> "&$select=" + written).orElse(""));
        }
        return body;
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new TreeMap<>();
        for (String option : query.split("&", -1)) {
            String[] parts = option.split("=", 2);
            if (parts.length == 2) {
                options.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return options;
    }

    private static String decoded(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    private static int number(String written) {
        return written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
    }
}
