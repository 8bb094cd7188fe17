package dev.caravan.orchestrator.console.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.HandlerInterceptor;

/// Answers "not now" until everything that was on the topics at the start is in memory: a run that is there would
/// otherwise seem not to be.
final class StillReading implements HandlerInterceptor {

    private final BooleanSupplier isAtEnd;

    StillReading(BooleanSupplier isAtEnd) {
        this.isAtEnd = isAtEnd;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isAtEnd.getAsBoolean()) {
            throw Problems.unavailable("The runs are still being read after a start: ask again in a moment.");
        }
        return true;
    }
}
