package dev.caravan.orchestrator.console.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads `?wait`.
final class PatienceResolver implements HandlerMethodArgumentResolver {

    private static final int SECONDS_MAX = 60;
    private static final int SECONDS_UNSAID = 30;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Patience.class;
    }

    @Override
    public Patience resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var text = request.getParameter("wait");
        if (text == null) {
            return new Patience(Duration.ZERO);
        }
        return new Patience(Duration.ofSeconds(text.isEmpty() ? SECONDS_UNSAID : seconds(text)));
    }

    private static int seconds(String text) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) > SECONDS_MAX) {
            throw Problems.field("wait", "a number of seconds from 0 to " + SECONDS_MAX);
        }
        return Integer.parseInt(text);
    }
}
