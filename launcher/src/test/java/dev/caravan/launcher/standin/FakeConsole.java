package dev.caravan.launcher.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Answers like the orchestrator's API, and remembers who asked what.
final class FakeConsole implements AutoCloseable {

    /// A write that came in.
    record Asked(String path, String by, JsonNode body) {}

    private final HttpServer server;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 200;
    private volatile String answer = "{\"inputId\":\"i\",\"runId\":\"r1\"}";

    FakeConsole() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    void refuses(String code) {
        status = 409;
        answer = "{\"title\":\"Refused\",\"detail\":\"not like this\",\"code\":\"" + code + "\"}";
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestURI().getPath().endsWith("/losses")) {
            reply(exchange, 200, """
                    {"losses": [{"stepId": "announce", "cause": "irreversible", "certain": false, "kind": "command",
                      "id": "announce", "property": "", "before": [], "reason": "Everybody has read it",
                      "connectionId": "fabrikam", "account": "t1", "tenantId": "t1"}]}""");
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            reply(exchange, 200, """
                    {"hash": "abc123", "total": 1, "changes": [{"kind": "rrset", "id": "fabrikam.example. MX", "property": "ttl",
                      "before": ["14400"], "after": ["300"], "sentence": "MX: TTL 14400 s becomes 300 s"}]}""");
            return;
        }
        asked.add(new Asked(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("X-Caravan-User"),
                Web.JSON.readTree(body)));
        reply(exchange, status, answer);
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
