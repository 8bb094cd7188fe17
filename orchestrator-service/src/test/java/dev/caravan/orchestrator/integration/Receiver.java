package dev.caravan.orchestrator.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/// A system that events are posted to; answers as a test says.
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Post> answer = _ -> 204;

    record Post(Headers headers, byte[] body) {
        String text() {
            return new String(body, UTF_8);
        }

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    void answers(ToIntFunction<Post> next) {
        answer = next;
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    long postsAbout(String text) {
        return posts.stream().filter(post -> post.text().contains(text)).count();
    }

    private void take(HttpExchange exchange) throws IOException {
        var post =
                new Post(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
        posts.add(post);
        exchange.sendResponseHeaders(answer.applyAsInt(post), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
