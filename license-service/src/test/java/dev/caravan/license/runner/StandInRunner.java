package dev.caravan.license.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Listens like the runner and answers as a test says: with a line, or by hanging up when there is none.
public final class StandInRunner implements AutoCloseable {

    public static final String HANG_UP = "";

    private final ServerSocket listener;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final Function<JsonNode, String> answering;

    public StandInRunner(Function<JsonNode, String> answering) {
        this.answering = answering;
        try {
            listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /// What was asked for, in order: `hello` or the cmdlet's name.
    public List<String> asked() {
        return requests.stream()
                .map(request ->
                        request.has("hello") ? "hello" : request.path("cmdlet").asString())
                .toList();
    }

    public List<JsonNode> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (var socket = listener.accept()) {
                serve(socket);
            } catch (IOException _) {
                // The other end, or this one, has hung up.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var request = JsonMapper.shared().readTree(line);
            requests.add(request);
            var answer = answering.apply(request);
            if (answer.equals(HANG_UP)) {
                return;
            }
            var reply = answer.replace("{id}", request.path("id").asString()) + "\n";
            socket.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
        }
    }
}
