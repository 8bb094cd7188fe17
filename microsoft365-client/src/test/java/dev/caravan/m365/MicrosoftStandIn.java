package dev.caravan.m365;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.caravan.graph.contract.Exchange;
import dev.caravan.graph.contract.GraphContract;
import dev.caravan.graph.contract.Slice;
import dev.caravan.graph.contract.Violation;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Credentials;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.call.GovernorSettings;
import dev.caravan.m365.wire.ExchangeRouting;
import dev.caravan.m365.wire.Microsoft365Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Login, Graph and Exchange Online on loopback. Each answers what a test has prepared, in that order, and keeps what
/// it was asked. Login gives a new token each time where nothing is prepared.
public final class MicrosoftStandIn implements AutoCloseable {

    public static final String TENANT = "7d1a8b52-0000-4000-8000-00000000000a";
    public static final String APPLICATION = "3c9f0d11-0000-4000-8000-00000000000b";

    private static final int LOST = 0;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /// Who is asked.
    public enum Host {
        LOGIN("login.microsoftonline.com"),
        GRAPH("graph.microsoft.com"),
        EXCHANGE("outlook.office365.com");

        private final String realName;

        Host(String realName) {
            this.realName = realName;
        }

        String path() {
            return "/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /// One request as it came.
    ///
    /// @param path below the host, with the query, as it was spelt
    public record Asked(String method, String path, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private record Said(int status, Map<String, String> headers, Supplier<byte[]> body) {}

    private final HttpServer server;
    private final Map<Host, Deque<Said>> prepared = new EnumMap<>(Host.class);
    private final Map<Host, List<Asked>> asked = new EnumMap<>(Host.class);
    private volatile String secret = "first-secret";
    private int tokens;

    public MicrosoftStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        for (var host : Host.values()) {
            server.createContext(host.path(), exchange -> answer(host, exchange));
        }
        server.start();
    }

    /// Settings that lead here.
    public Microsoft365Settings settings() {
        return settings(ExchangeRouting.INVOKE_COMMAND);
    }

    private Microsoft365Settings settings(ExchangeRouting routing) {
        var endpoints = new TreeMap<String, URI>();
        for (var host : Host.values()) {
            endpoints.put(host.realName, URI.create(base(host)));
        }
        return new Microsoft365Settings(endpoints, TIMEOUT, TIMEOUT, TIMEOUT, routing);
    }

    /// Microsoft 365 as it is here.
    public Microsoft365 client() {
        return client(new SimpleMeterRegistry());
    }

    public Microsoft365 client(MeterRegistry meters) {
        return client(settings(), meters);
    }

    /// Microsoft 365 as it is here, with Exchange Online reached in one way or the other.
    public Microsoft365 client(ExchangeRouting routing) {
        return client(settings(routing), new SimpleMeterRegistry());
    }

    private Microsoft365 client(Microsoft365Settings settings, MeterRegistry meters) {
        var governor = new GovernorSettings(
                1, 98, 20, 200, 5, 100, Duration.ofMinutes(1), Duration.ofMinutes(15), 60, 3, Duration.ofSeconds(2));
        return new Microsoft365(settings, governor, credentials(), new Random(1), meters);
    }

    /// Where a host is reached here.
    public String base(Host host) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + host.path();
    }

    public Credentials credentials() {
        return _ -> Outcome.done(new Secret(secret));
    }

    /// From now on the application's secret is another.
    public void rotate(String newSecret) {
        secret = newSecret;
    }

    /// Prepares one answer.
    ///
    /// @param headers name, value, name, value …
    public void says(Host host, int status, String body, String... headers) {
        says(host, status, body.getBytes(UTF_8), headers);
    }

    public synchronized void says(Host host, int status, byte[] body, String... headers) {
        var all = new TreeMap<String, String>();
        for (var index = 0; index < headers.length; index += 2) {
            all.put(headers[index], headers[index + 1]);
        }
        prepared(host).add(new Said(status, all, () -> body));
    }

    /// Prepares to be asked and to end the connection without an answer.
    public void loses(Host host) {
        says(host, LOST, "");
    }

    /// What a host was asked until now.
    public synchronized List<Asked> asked(Host host) {
        return List.copyOf(requests(host));
    }

    /// A token as login gives it: for that tenant, and unlike any other.
    public static String token(String tenantId, int number) {
        var claims = "{\"tid\":\"%s\",\"number\":%d}".formatted(tenantId, number);
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)) + ".c2ln";
    }

    /// What login answers with a token.
    public static String tokenAnswer(String token, int expiresInSeconds) {
        return """
                {"token_type":"Bearer","expires_in":%d,"ext_expires_in":%d,"access_token":"%s"}""".formatted(expiresInSeconds, expiresInSeconds, token);
    }

    /// What Graph was asked until now has to be what Microsoft describes; without the description nobody looks, and
    /// `GraphContractTests` says so. What was answered is a test's own affair.
    @Override
    public void close() {
        server.stop(0);
        if (Slice.isThere()) {
            assertThat(asked(Host.GRAPH).stream().flatMap(MicrosoftStandIn::violations))
                    .isEmpty();
        }
    }

    private static Stream<Violation> violations(Asked request) {
        var call = new Exchange(
                request.method(),
                request.path().replaceFirst("^/v1.0", ""),
                Map.of("content-type", request.header("Content-Type")),
                request.body().isEmpty()
                        ? MissingNode.getInstance()
                        : JsonMapper.shared().readTree(request.body()),
                LOST,
                Map.of(),
                MissingNode.getInstance());
        return GraphContract.ofMicrosoft().violations(call).stream()
                .filter(violation -> violation.side() == Violation.Side.REQUEST);
    }

    private void answer(Host host, HttpExchange exchange) throws IOException {
        var said = next(host, asked(host, exchange));
        if (said.status() == LOST) {
            throw new IOException("as prepared");
        }
        said.headers().forEach(exchange.getResponseHeaders()::set);
        var body = said.body().get();
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Asked asked(Host host, HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString().substring(host.path().length()),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private synchronized Said next(Host host, Asked request) {
        requests(host).add(request);
        var said = prepared(host).poll();
        if (said != null) {
            return said;
        }
        var unprepared = host == Host.LOGIN ? tokenAnswer(token(TENANT, ++tokens), 3600) : "nothing is prepared";
        return new Said(host == Host.LOGIN ? 200 : 418, Map.of(), () -> unprepared.getBytes(UTF_8));
    }

    private Deque<Said> prepared(Host host) {
        return prepared.computeIfAbsent(host, _ -> new ArrayDeque<>());
    }

    private List<Asked> requests(Host host) {
        return asked.computeIfAbsent(host, _ -> new ArrayList<>());
    }
}
