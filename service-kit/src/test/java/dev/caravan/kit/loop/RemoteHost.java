package dev.caravan.kit.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// A remote that keeps a TTL per zone and a ledger of its effects. It outlives the workers that call it. A zone can be
/// held: then its calls take effect at once, but are answered only when it is let go.
final class RemoteHost implements AutoCloseable {

    static final int TTL_AT_FIRST = 3600;

    private final HttpServer server;
    private final Map<String, Integer> ttls = new ConcurrentHashMap<>();
    private final List<String> effects = new ArrayList<>();
    private final Map<String, Integer> reads = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    RemoteHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// What was changed, such as `zone=300`, in that order.
    synchronized List<String> effects(String zone) {
        return effects.stream().filter(effect -> effect.startsWith(zone + "=")).toList();
    }

    int reads(String zone) {
        return reads.getOrDefault(zone, 0);
    }

    void hold(String zone) {
        held.add(zone);
    }

    synchronized void letGo(String zone) {
        held.remove(zone);
        notifyAll();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var zone = exchange.getRequestURI().getPath().substring(1);
        if ("PUT".equals(exchange.getRequestMethod())) {
            change(zone, Integer.parseInt(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            awaitLetGo(zone);
        } else {
            reads.merge(zone, 1, Integer::sum);
        }
        var body = ttls.getOrDefault(zone, TTL_AT_FIRST).toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized void change(String zone, int ttl) {
        ttls.put(zone, ttl);
        effects.add(zone + "=" + ttl);
    }

    private synchronized void awaitLetGo(String zone) throws IOException {
        try {
            while (held.contains(zone)) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
