package dev.caravan.launcher.bench.cutover;

import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Who gets which addresses at the destination: what the people of the guide have in a table.
///
/// @param guid its id in the destination's Exchange
/// @param primary what was the source's primary address
/// @param addresses all that the source had in the moving domain
record Target(String guid, String primary, List<String> addresses) {

    /// Where a target carries whose it is.
    private static final String MARK = "CustomAttribute15";

    private static final String MARK_PREFIX = "caravan:";
    private static final String SMTP = "smtp:";

    Target {
        addresses = List.copyOf(addresses);
    }

    /// Those of one kind, from two dumps of a world.
    ///
    /// @param before when the source had all of its addresses
    /// @param after when the targets were there
    /// @param kind as the files are called
    static List<Target> read(Path before, Path after, String kind, String movingDomain) throws IOException {
        var sources = new HashMap<String, JsonNode>();
        rows(before.resolve("source/exchange"), kind)
                .forEach(row -> sources.put(row.path("Guid").asString(), row));
        return rows(after.resolve("destination/exchange"), kind)
                .flatMap(
                        row -> Stream.ofNullable(sources.get(source(row))).map(source -> of(row, source, movingDomain)))
                .toList();
    }

    private static String source(JsonNode target) {
        var mark = target.path(MARK).asString("");
        return mark.startsWith(MARK_PREFIX) ? mark.substring(MARK_PREFIX.length()) : "";
    }

    private static Target of(JsonNode target, JsonNode source, String movingDomain) {
        return new Target(
                target.path("Guid").asString(),
                source.path("PrimarySmtpAddress").asString(),
                source.path("EmailAddresses")
                        .valueStream()
                        .map(JsonNode::asString)
                        .filter(entry -> entry.toLowerCase(Locale.ROOT).startsWith(SMTP))
                        .map(entry -> entry.substring(SMTP.length()))
                        .filter(address -> address.toLowerCase(Locale.ROOT).endsWith("@" + movingDomain))
                        .toList());
    }

    private static Stream<JsonNode> rows(Path folder, String kind) throws IOException {
        return Files.readAllLines(folder.resolve(kind + ".jsonl")).stream()
                .filter(line -> !line.isBlank())
                .map(Web.JSON::readTree);
    }
}
