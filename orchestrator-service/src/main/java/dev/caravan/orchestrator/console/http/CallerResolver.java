package dev.caravan.orchestrator.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.orchestrator.console.writes.Caller;
import dev.caravan.orchestrator.run.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads who calls: until there is a sign-in, whoever `X-Caravan-User` says.
final class CallerResolver implements HandlerMethodArgumentResolver {

    static final String USER = "X-Caravan-User";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int NAME_LENGTH_MAX = 100;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern TRACE_PARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    /// RFC 8187, for names that a header cannot carry as they are.
    private static final String ENCODED = "UTF-8''";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return new Caller(
                person(http.getHeader(USER)),
                Optional.ofNullable(http.getHeader(IDEMPOTENCY_KEY)).map(CallerResolver::key),
                http.getRequestURI(),
                Optional.ofNullable(http.getHeader("traceparent"))
                        .filter(parent -> TRACE_PARENT.matcher(parent).matches()));
    }

    private static Person person(@Nullable String header) {
        var name = header == null ? "" : decoded(header).strip();
        if (name.isEmpty()) {
            throw Problems.badRequest("no-user", "Say who you are in the header " + USER + ".");
        }
        if (name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl)) {
            throw Problems.badRequest(
                    "no-user", USER + " has " + NAME_LENGTH_MAX + " characters at most, and no control characters.");
        }
        return Person.parse(name);
    }

    private static String decoded(String header) {
        if (!header.regionMatches(true, 0, ENCODED, 0, ENCODED.length())) {
            return header;
        }
        try {
            return URLDecoder.decode(header.substring(ENCODED.length()).replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw Problems.badRequest("no-user", USER + " is not encoded as RFC 8187 says.");
        }
    }

    private static String key(String header) {
        if (!KEY.matcher(header).matches()) {
            throw Problems.badRequest(
                    "bad-idempotency-key", IDEMPOTENCY_KEY + " has 1 to 200 visible ASCII characters.");
        }
        return header;
    }
}
