package dev.caravan.simulator.trouble;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets an answer get lost on its way: the connection ends in the middle of it.
public final class LostAnswers extends OncePerRequestFilter {

    private static final String LOST = LostAnswers.class.getName();
    private static final int MORE_THAN_IS_SENT = 1_000;

    /// The answer of that request gets lost.
    public static void lose(HttpServletRequest request) {
        request.setAttribute(LOST, true);
    }

    /// Whether it does.
    public static boolean isLost(HttpServletRequest request) {
        return request.getAttribute(LOST) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (isLost(request)) {
            response.reset();
            response.setContentLength(MORE_THAN_IS_SENT);
            response.flushBuffer();
            throw new IOException("the answer gets lost, as somebody has asked for");
        }
    }
}
