package dev.caravan.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/// A schema registry in memory, behind the interface that the real ones have. Checks no compatibility.
public final class RegistryStandIn implements AutoCloseable {

    private static final String BASE = "/apis/ccompat/v7";

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();
    private final HttpServer server;

    public RegistryStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(BASE, this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI()
                .getRawPath()
                .substring(BASE.length() + 1)
                .split("/");
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var answer = answer(exchange.getRequestMethod(), path, body);
        var bytes = json.writeValueAsBytes(answer.orElse(Map.of("error_code", 40403)));
        exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Optional<Map<String, ?>> answer(String method, String[] path, String body) {
        return switch (method + " " + path[0] + " " + path.length) {
            case "POST subjects 2" -> find(decoded(path[1]), schema(body));
            case "POST subjects 3" -> Optional.of(register(decoded(path[1]), schema(body)));
            case "GET schemas 3" -> byId(Integer.parseInt(path[2]));
            case "PUT config 1" -> Optional.of(Map.of("compatibility", "NONE"));
            default -> Optional.empty();
        };
    }

    private Map<String, ?> register(String subject, Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        subjects.computeIfAbsent(subject, _ -> new ArrayList<>()).add(schema);
        return Map.of("id", idOf(schema));
    }

    private Optional<Map<String, ?>> find(String subject, Schema schema) {
        return subjects.getOrDefault(subject, List.of()).contains(schema)
                ? Optional.of(Map.of("id", idOf(schema)))
                : Optional.empty();
    }

    private Optional<Map<String, ?>> byId(int id) {
        return id > 0 && id <= schemas.size()
                ? Optional.of(Map.of("schema", schemas.get(id - 1).toString()))
                : Optional.empty();
    }

    private int idOf(Schema schema) {
        return schemas.indexOf(schema) + 1;
    }

    private Schema schema(String body) {
        return new Schema.Parser().parse(json.readTree(body).path("schema").asString());
    }

    private static String decoded(String subject) {
        return URLDecoder.decode(subject, UTF_8);
    }
}
