package dev.caravan.simulator.graph;

import java.io.Serial;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A request that is answered with an error; it ends the request wherever it is noticed.
final class GraphError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final int status;
    private final String code;
    private final String conflicting;

    private GraphError(int status, String code, String message) {
        this(status, code, message, "");
    }

    private GraphError(int status, String code, String message, String conflicting) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.conflicting = conflicting;
    }

    static GraphError unauthorized() {
        return new GraphError(401, "InvalidAuthenticationToken", "Access token is empty, expired or not for this API.");
    }

    static GraphError badRequest(String message) {
        return new GraphError(400, "BadRequest", message);
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

    /// Something else has that value.
    static GraphError conflict(String property) {
        return new GraphError(
                400,
                "Request_BadRequest",
                "Another object with the same value for property " + property + " already exists.",
                property);
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
        error.putObject("innerError")
                .put("date", DATE.format(now.atOffset(ZoneOffset.UTC)))
                .put("request-id", id)
                .put("client-request-id", id);
        return body;
    }
}
