package dev.caravan.orchestrator.pace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts the requests that are being served: while one is, the next input may be about to be written. Streams of
/// server-sent events are open for hours and write nothing; looks at health and pace do not count either.
@Component
final class RequestsInService extends OncePerRequestFilter {

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong served = new AtomicLong();

    int open() {
        return open.get();
    }

    long served() {
        return served.get();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/internal/") || path.startsWith("/actuator/") || path.endsWith("/stream");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        open.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            served.incrementAndGet();
            open.decrementAndGet();
        }
    }
}
