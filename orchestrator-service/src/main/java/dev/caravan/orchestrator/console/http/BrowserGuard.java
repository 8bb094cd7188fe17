package dev.caravan.orchestrator.console.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps the pages of others out. There is no sign-in yet and the console trusts whoever reaches the loopback address;
/// a browser on this machine reaches it on behalf of any page that it shows. So a name that is not ours (DNS rebinding)
/// is refused always, and a write from another origin (request forgery) is too.
final class BrowserGuard extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");
    private static final List<String> OF_MACHINES = List.of("/actuator", "/internal");

    private final Set<String> allowedHosts;
    private final ProblemWriter problems;

    BrowserGuard(List<String> allowedHosts, ProblemWriter problems) {
        this.allowedHosts = Set.copyOf(allowedHosts);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OF_MACHINES.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var objection = objection(request);
        if (objection.isPresent()) {
            problems.write(response, Problems.problem(HttpStatus.FORBIDDEN, "foreign-page", objection.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<String> objection(HttpServletRequest request) {
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        if (!LOOPBACK.matcher(host).matches() && !allowedHosts.contains(host)) {
            return Optional.of("This console is not called by that name; caravan.console.http.allowed-hosts adds one.");
        }
        if (SAFE.contains(request.getMethod())) {
            return Optional.empty();
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var isForeign = (site != null && !OWN_SITES.contains(site)) || isForeign(request.getHeader("Origin"), request);
        return isForeign ? Optional.of("Only the console's own pages may write here.") : Optional.empty();
    }

    private static boolean isForeign(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return false;
        }
        try {
            return !String.valueOf(URI.create(origin).getAuthority())
                    .equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }
}
