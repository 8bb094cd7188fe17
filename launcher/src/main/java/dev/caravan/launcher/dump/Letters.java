package dev.caravan.launcher.dump;

import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Letters that were written while a demo ran, as a dump tells of them.
public final class Letters {

    private static final String FILE = "messages.jsonl";

    private Letters() {}

    /// Those that somebody refused for good, a sentence each: no letter may get lost, whatever moves.
    ///
    /// @param loaded the world's folder, which may hold letters of former times
    /// @param dumped the folder to which the world was dumped
    public static List<String> refused(Path loaded, Path dumped) throws IOException {
        var former = lines(loaded).size();
        return lines(dumped).stream()
                .skip(former)
                .map(Web.JSON::readTree)
                .filter(letter -> letter.path("state").asString("").equals("bounced"))
                .map(Letters::sentence)
                .toList();
    }

    private static List<String> lines(Path world) throws IOException {
        var file = world.resolve(FILE);
        return Files.exists(file)
                ? Files.readString(file).lines().filter(line -> !line.isBlank()).toList()
                : List.of();
    }

    private static String sentence(JsonNode letter) {
        var last = letter.path("attempts").valueStream().reduce((_, next) -> next);
        return "%s: the letter of %s from %s to %s bounced: %s"
                .formatted(
                        FILE,
                        letter.path("sent").asString(),
                        letter.path("from").asString(),
                        letter.path("to").asString(),
                        last.map(attempt -> attempt.path("result").asString()).orElse("nobody tried"));
    }
}
