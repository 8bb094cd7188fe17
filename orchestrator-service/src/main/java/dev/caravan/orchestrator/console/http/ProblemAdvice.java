package dev.caravan.orchestrator.console.http;

import dev.caravan.orchestrator.console.writes.NotWritten;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Tells every failure of a request as a problem, and none of our insides.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notWritten(NotWritten failure) {
        return failure.isTooLarge() ? tooLarge(String.valueOf(failure.getMessage())) : unavailable(failure);
    }

    /// Broker or registry do not answer.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAnswering(KafkaException failure) {
        return unavailable(failure);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopping(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return unavailable(stopping);
    }

    /// The client has gone away: there is nobody to tell.
    @ExceptionHandler
    void gone(IOException gone) {
        LOG.atDebug().setCause(gone).log("A client has gone away");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Exception fault) {
        LOG.atError().setCause(fault).log("A request failed");
        return ResponseEntity.internalServerError()
                .body(Problems.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR, "fault", "Something went wrong here; the log says what."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.Exceeded exceeded) {
                return untyped(tooLarge(String.valueOf(exceeded.getMessage())));
            }
        }
        var detail = unreadable.getCause() instanceof JacksonException json ? said(json) : "The request has no body.";
        var problem = Problems.problem(HttpStatus.BAD_REQUEST, "unreadable", detail);
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && problem.getType() == null) {
            var code = codeOf(status);
            problem.setType(URI.create("urn:caravan:problem:" + code));
            problem.setProperty("code", code);
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static String codeOf(HttpStatusCode status) {
        return Optional.ofNullable(HttpStatus.resolve(status.value()))
                .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("problem");
    }

    /// Where the JSON is wrong, in the words of the parser, without the names of our classes.
    private static String said(JacksonException json) {
        var path = json.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .reduce("", String::concat);
        var place = json.getLocation() == null || json.getLocation().getLineNr() < 1
                ? ""
                : "line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ": ";
        var field = path.isEmpty() ? "" : (path.startsWith(".") ? path.substring(1) : path) + ": ";
        return place + field + JsonFault.inWords(json);
    }

    private static ResponseEntity<ProblemDetail> tooLarge(String detail) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                .body(Problems.problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail));
    }

    private static ResponseEntity<ProblemDetail> unavailable(Exception cause) {
        LOG.atWarn().setCause(cause).log("A request could not be served");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Not possible now: send the request again, with the same Idempotency-Key."));
    }

    private static ResponseEntity<Object> untyped(ResponseEntity<ProblemDetail> answer) {
        return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
    }
}
