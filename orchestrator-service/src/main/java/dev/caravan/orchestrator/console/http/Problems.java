package dev.caravan.orchestrator.console.http;

import dev.caravan.orchestrator.console.views.InputOutcome;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// The problems that callers are told of, by RFC 9457. Each has a `code` that programs tell them apart by.
public final class Problems {

    private Problems() {}

    /// One field of a request that is wrong.
    ///
    /// @param field where, as in `connections.dns` or `domains[2]`
    public record FieldError(String field, String message) {}

    /// The thing that the address names is not there.
    public static ErrorResponseException notFound(String what, String id) {
        return exception(
                problem(HttpStatus.NOT_FOUND, "not-found", "There is no " + what + " '" + shortened(id) + "'."));
    }

    public static ErrorResponseException badRequest(String code, String detail) {
        return exception(problem(HttpStatus.BAD_REQUEST, code, detail));
    }

    /// Everything that is wrong with a request, at once.
    public static ErrorResponseException fields(List<FieldError> errors) {
        var detail = errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .reduce((first, second) -> first + "; " + second)
                .orElse("");
        var problem = problem(HttpStatus.BAD_REQUEST, "invalid-fields", detail);
        problem.setTitle(errors.size() == 1 ? "One field is wrong" : errors.size() + " fields are wrong");
        problem.setProperty("errors", errors);
        return exception(problem);
    }

    public static ErrorResponseException field(String field, String message) {
        return fields(List.of(new FieldError(field, message)));
    }

    /// A runbook that cannot be run.
    ///
    /// @param problems all that is wrong with it, with file and line
    public static ErrorResponseException unprocessable(String detail, List<?> problems) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "broken-runbook", detail);
        problem.setProperty("problems", problems);
        return exception(problem);
    }

    /// The run does not take this request.
    public static ErrorResponseException refused(InputOutcome.Refused refusal) {
        var problem = problem(HttpStatus.CONFLICT, refusal.code(), refusal.reason());
        problem.setTitle("Refused");
        return exception(problem);
    }

    public static ErrorResponseException unavailable(String detail) {
        return exception(problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail));
    }

    static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:caravan:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    private static ErrorResponseException exception(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    private static String shortened(String id) {
        return id.length() <= 100 ? id : id.substring(0, 100) + "…";
    }
}
