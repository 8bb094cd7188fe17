package dev.caravan.simulator.exchange;

import dev.caravan.simulator.trouble.Trouble;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How what came of a call is said over HTTP.
final class Answers {

    /// Stands where no status is.
    static final int LOST = 0;
    /// As the service answers what it has no words for.
    private static final byte[] NULLS = new byte[64];

    private Answers() {}

    static int status(Exchange.Answer answer) {
        return switch (answer) {
            case Exchange.Answer.Rows _ -> 200;
            case Exchange.Answer.Failed(CmdletError error) -> error.status();
            case Exchange.Answer.Forbidden _ -> 403;
            case Exchange.Answer.Troubled(Trouble trouble) -> status(trouble);
            case Exchange.Answer.Lost _ -> LOST;
        };
    }

    private static int status(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled _ -> 429;
            case Trouble.Unavailable _ -> 503;
            case Trouble.RoleMissing _ -> 403;
            case Trouble.FailedAfterwards _ -> 500;
            case Trouble.Conflict(int status) -> status;
            case Trouble.AnswerLost _ -> LOST;
        };
    }

    static Optional<String> retryAfter(Trouble trouble) {
        return trouble instanceof Trouble.Throttled throttled ? throttled.retryAfter() : Optional.empty();
    }

    static ResponseEntity<Object> of(Exchange.Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status(answer))
                .header("Request-Id", UUID.randomUUID().toString());
        return switch (answer) {
            case Exchange.Answer.Rows(JsonNode body) ->
                response.contentType(MediaType.APPLICATION_JSON).body(body);
            case Exchange.Answer.Failed(CmdletError error) ->
                response.contentType(MediaType.APPLICATION_JSON).body(error.body());
            case Exchange.Answer.Forbidden _ ->
                response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(NULLS);
            case Exchange.Answer.Troubled(Trouble trouble) -> {
                retryAfter(trouble).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
                yield response.contentType(MediaType.APPLICATION_JSON).body(error(trouble));
            }
            case Exchange.Answer.Lost _ -> throw new IllegalStateException("what is lost is not answered");
        };
    }

    static JsonNode error(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled _ -> error("TooManyRequests", "Please retry again later.");
            case Trouble.Unavailable _ -> error("ServiceUnavailable", "The service is temporarily unavailable.");
            case Trouble.RoleMissing _ ->
                error("Forbidden", "Access is denied. The application does not have the required permissions.");
            default -> error("InternalServerError", "Error executing cmdlet");
        };
    }

    static JsonNode error(String code, String message) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }
}
