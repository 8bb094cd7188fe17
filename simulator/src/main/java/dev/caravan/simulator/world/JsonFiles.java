package dev.caravan.simulator.world;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON of a world, and says where it is none.
final class JsonFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int BOM = 3;

    private JsonFiles() {}

    /// The objects of a JSON Lines file; empty lines count, but hold nothing.
    static List<JsonLine> lines(String file, byte[] bytes, List<Problem> problems) {
        List<JsonLine> lines = new ArrayList<>();
        int from = afterByteOrderMark(bytes);
        for (int line = 1; from < bytes.length; line++) {
            int to = endOfLine(bytes, from);
            if (!blank(bytes, from, to)) {
                JsonNode value = object(file, bytes, from, to, line, problems);
                if (value.isObject()) {
                    lines.add(new JsonLine(file, line, value));
                }
            }
            from = to + 1;
        }
        return lines;
    }

    /// The one object of a JSON file; a missing node where it is none.
    static JsonNode object(String file, byte[] bytes, List<Problem> problems) {
        return object(file, bytes, afterByteOrderMark(bytes), bytes.length, 1, problems);
    }

    private static JsonNode object(String file, byte[] bytes, int from, int to, int firstLine, List<Problem> problems) {
        try {
            JsonNode value = JSON.readTree(bytes, from, to - from);
            if (value.isObject()) {
                return value;
            }
            problems.add(new Problem(file, firstLine, "an object is expected here"));
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            int line = place == null ? firstLine : firstLine + Math.max(0, place.getLineNr() - 1);
            String column = place == null ? "" : " (column " + place.getColumnNr() + ")";
            problems.add(new Problem(file, line, "not JSON: " + oneLine(e.getOriginalMessage()) + column));
        }
        return JSON.missingNode();
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    private static int afterByteOrderMark(byte[] bytes) {
        boolean marked =
                bytes.length >= BOM && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? BOM : 0;
    }

    private static int endOfLine(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static boolean blank(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
