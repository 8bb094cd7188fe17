package dev.caravan.simulator.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.simulator.trouble.LostAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes down each exchange as it goes over the wire. A batch is one: its parts are in it as they were sent. What gets
/// lost on its way is no exchange.
final class TrafficFilter extends OncePerRequestFilter {

    static final String ROOT = "/graph/v1.0";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BODY_BYTES_MAX = 8_000_000;

    /// None that tells who calls.
    private static final List<String> HEADERS =
            List.of("Content-Type", "ConsistencyLevel", "Prefer", "If-Match", "Retry-After", "Location");

    private final TrafficFile file;

    TrafficFilter(TrafficFile file) {
        this.file = file;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingRequestWrapper asked = new ContentCachingRequestWrapper(request, BODY_BYTES_MAX);
        ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
        chain.doFilter(asked, answered);
        if (LostAnswers.isLost(request)) {
            return;
        }
        file.append(line(asked, answered));
        answered.copyBodyToResponse();
    }

    private static ObjectNode line(ContentCachingRequestWrapper asked, ContentCachingResponseWrapper answered) {
        String query = asked.getQueryString() == null ? "" : "?" + asked.getQueryString();
        ObjectNode line = JSON.createObjectNode()
                .put("method", asked.getMethod())
                .put("url", asked.getRequestURI().substring(ROOT.length()) + query);
        ObjectNode requestHeaders = line.putObject("requestHeaders");
        HEADERS.forEach(name -> put(requestHeaders, name, asked.getHeader(name)));
        body(line, "request", asked.getContentAsByteArray());
        line.put("status", answered.getStatus());
        ObjectNode answerHeaders = line.putObject("answerHeaders");
        HEADERS.forEach(name -> put(answerHeaders, name, answered.getHeader(name)));
        put(answerHeaders, "Content-Type", answered.getContentType());
        body(line, "answer", answered.getContentAsByteArray());
        return line;
    }

    private static void put(ObjectNode headers, String name, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(text -> headers.put(name.toLowerCase(Locale.ROOT), text));
    }

    /// What is no JSON is written as a text.
    private static void body(ObjectNode line, String property, byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        try {
            line.set(property, JSON.readTree(bytes));
        } catch (JacksonException notJson) {
            line.put(property, new String(bytes, UTF_8));
        }
    }
}
