package dev.caravan.simulator.graph;

import dev.caravan.simulator.trouble.Trouble;
import dev.caravan.simulator.unclear.Texts;
import java.io.Serial;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A request that is answered with an error; it ends the request wherever it is noticed.
final class GraphError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final int THROTTLED = 429;

    private final int status;
    private final String code;
    private final String conflicting;
    private final String reworded;
    private final transient Map<String, String> headers;

    private GraphError(int status, String code, String message) {
        this(status, code, message, "", "", Map.of());
    }

    /// @param reworded how else it may read; empty: no other way
    private GraphError(
            int status, String code, String message, String conflicting, String reworded, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.conflicting = conflicting;
        this.reworded = reworded;
        this.headers = headers;
    }

    /// What goes wrong on the way, in Graph's words. An answer that is lost has none.
    static GraphError of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled(Optional<String> retryAfter, String limit) -> throttled(retryAfter, limit);
            case Trouble.Conflict(int status) ->
                new GraphError(
                        status,
                        "Directory_ConcurrencyViolation",
                        "Error due to concurrent requests being made to the tenant. Please wait briefly and retry.");
            case Trouble.Unavailable _ ->
                new GraphError(503, "ServiceUnavailable", "The service is temporarily unavailable. Please try again.");
            case Trouble.RoleMissing _ ->
                new GraphError(
                        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
            case Trouble.FailedAfterwards _ ->
                new GraphError(500, "InternalServerError", "An internal server error occurred.");
            case Trouble.AnswerLost _ -> throw new IllegalStateException("what is lost has no words");
        };
    }

    private static GraphError throttled(Optional<String> retryAfter, String limit) {
        Map<String, String> headers = new TreeMap<>(Map.of("x-ms-throttle-information", limit));
        retryAfter.ifPresent(seconds -> headers.put("Retry-After", seconds));
        return new GraphError(THROTTLED, "TooManyRequests", "Please retry again later.", "", "", headers);
    }

    static GraphError unauthorized() {
        return new GraphError(401, "InvalidAuthenticationToken", "Access token is empty, expired or not for this API.");
    }

    static GraphError badRequest(String message) {
        return new GraphError(400, "BadRequest", message);
    }

    /// A part of a batch that leaned on one that failed.
    static GraphError failedDependency() {
        return new GraphError(424, "BadRequest", "Failed Dependency");
    }

    static GraphError unreadable() {
        return badRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is"
                + " of valid JSON format.");
    }

    static GraphError unsupportedQuery(String message) {
        return new GraphError(400, "Request_UnsupportedQuery", message);
    }

    static GraphError notFound(String id) {
        return new GraphError(
                404,
                "Request_ResourceNotFound",
                "Resource '" + id + "' does not exist or one of its queried reference-property objects are not"
                        + " present.");
    }

    /// The user is there, but nothing that could be called a mailbox.
    static GraphError noMailbox() {
        return new GraphError(
                404,
                "MailboxNotEnabledForRESTAPI",
                "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
    }

    static GraphError folderExists() {
        return new GraphError(
                409,
                "ErrorFolderExists",
                "A folder with the specified name already exists., Could not create folder with the specified name.");
    }

    static GraphError noItem() {
        return new GraphError(404, "ErrorItemNotFound", "The specified object was not found in the store.");
    }

    /// What Exchange has against an item.
    static GraphError ofItem(String code, String message) {
        return new GraphError(400, code, message);
    }

    static GraphError sendAsDenied() {
        return new GraphError(
                403,
                "ErrorSendAsDenied",
                "The user account which was used to submit this request does not have the right to send mail on behalf"
                        + " of the specified sending account.");
    }

    static GraphError noSuchSegment(String segment) {
        return new GraphError(400, "BadRequest", "Resource not found for the segment '" + segment + "'.");
    }

    static GraphError refused(String message) {
        return new GraphError(400, "Request_BadRequest", message);
    }

    /// What is refused in words that nobody has confirmed.
    ///
    /// @param otherwise other words for the same
    static GraphError refused(String message, String otherwise) {
        return new GraphError(400, "Request_BadRequest", message, "", otherwise, Map.of());
    }

    /// The application lacks the right.
    static GraphError forbidden() {
        return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /// The same as it reads where Microsoft is unclear: in other words, and with another code.
    GraphError worded(Texts texts) {
        return texts == Texts.REWORDED && !reworded.isEmpty() ? badRequest(reworded) : this;
    }

    /// Something else has that value.
    static GraphError conflict(String property) {
        return new GraphError(
                400,
                "Request_BadRequest",
                "Another object with the same value for property " + property + " already exists.",
                property,
                "",
                Map.of());
    }

    static GraphError notAllowed(String method) {
        return new GraphError(
                405,
                "Request_BadRequest",
                "Specified HTTP method " + method + " is not allowed for the request target.");
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /// @param now the simulated instant
    JsonNode body(Instant now) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        String id = UUID.randomUUID().toString();
        ObjectNode error = body.putObject("error").put("code", code).put("message", getMessage());
        if (!conflicting.isEmpty()) {
            error.putArray("details")
                    .addObject()
                    .put("code", "ObjectConflict")
                    .put("message", getMessage())
                    .put("target", conflicting);
        }
        ObjectNode inner = error.putObject("innerError")
                .put("date", DATE.format(now.atOffset(ZoneOffset.UTC)))
                .put("request-id", id)
                .put("client-request-id", id);
        if (status == THROTTLED) {
            String text = Integer.toString(status);
            inner.put("code", text).put("status", text).put("message", "Please retry after");
        }
        return body;
    }
}
