package dev.caravan.orchestrator.pace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts the requests that are being served and may write an input. Who only reads changes nothing, however often: a
/// dashboard that is open must not keep the simulated clock from skipping.
@Component
final class RequestsInService extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

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
        return READING.contains(request.getMethod());
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
