package dev.caravan.license.runner;

import dev.caravan.kit.command.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a line of the runner means.
final class Reply {

    /// The ticket was not accepted, or the password is wrong.
    static final String UNAUTHORIZED = "unauthorized";

    /// The answer was lost.
    static final String UNKNOWN = "unknown";

    private static final String NO_ANSWER = "no-answer";

    /// BitTitan's own console waits for so long.
    private static final Duration THROTTLED_FOR = Duration.ofSeconds(30);

    private static final int TEXT_LENGTH_MAX = 1000;

    private Reply() {}

    /// What the runner answers to the request of that id; anything else means that the stream is out of step.
    ///
    /// @param what was asked for, in a word
    static Outcome<JsonNode> read(String line, String id, String what) {
        try {
            var json = JsonMapper.shared().readTree(line);
            if (!json.path("id").asString("").equals(id)) {
                return unreadable(what);
            }
            return json.path("ok").asBoolean(false)
                    ? Outcome.done(json.path("data"))
                    : failed(json.path("error"), what);
        } catch (JacksonException _) {
            return unreadable(what);
        }
    }

    /// No answer came: whether it took effect is unknown.
    static <T> Outcome<T> lost(String what, Exception why) {
        return Outcome.failedForNow(
                UNKNOWN,
                "no answer to %s, and whether it took effect must be read again: %s".formatted(what, text(why)));
    }

    /// Nothing was sent.
    static <T> Outcome<T> unreachable(String what, Exception why) {
        return Outcome.failedForNow(NO_ANSWER, "nobody can be asked for %s: %s".formatted(what, text(why)));
    }

    private static String text(Exception why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    private static Outcome<JsonNode> unreadable(String what) {
        return Outcome.failedForNow(
                UNKNOWN, "the runner answers %s with what cannot be read: look again".formatted(what));
    }

    private static Outcome<JsonNode> failed(JsonNode error, String what) {
        var said = error.path("message").asString("nothing");
        var text = said.length() <= TEXT_LENGTH_MAX ? said : said.substring(0, TEXT_LENGTH_MAX) + "…";
        var reason = "BitTitan answers %s to %s: %s"
                .formatted(
                        error.path("kind").asString("an error"),
                        error.path("cmdlet").asString(what),
                        text);
        return switch (error.path("kind").asString("")) {
            case "AUTH" -> Outcome.failedForGood(UNAUTHORIZED, reason);
            case "NOT_FOUND" -> Outcome.failedForGood("not-found", reason);
            case "CONFLICT" -> Outcome.failedForNow("conflict", reason);
            case "THROTTLED" -> new Outcome.Failed<>(true, "throttled", reason, List.of(), Optional.of(THROTTLED_FOR));
            case "VALIDATION" -> Outcome.failedForGood("bad-request", reason);
            case "MODULE_MISSING" -> Outcome.failedForGood("module-missing", reason);
            default -> Outcome.failedForNow("remote-error", reason);
        };
    }
}
