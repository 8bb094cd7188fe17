package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `caravan demo` as an outsider starts it: a process with options, ports of its own and a folder of its own.
final class LaunchedDemo implements AutoCloseable {

    private static final Path HOME =
            Path.of(System.getProperty("caravan.home", "..")).toAbsolutePath().normalize();
    private static final String RUNBOOK = "--runbook";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Process process;
    private final PortBlock ports;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    private LaunchedDemo(Process process, PortBlock ports, Path folder) {
        this.process = process;
        this.ports = ports;
        this.folder = folder;
    }

    /// Starts a demo whose data, dump and report lie in the folder, of the shortest runbook that
    /// ships unless the options name another one.
    static LaunchedDemo launch(Path folder, String... options) throws IOException {
        return launch(folder, Map.of(), options);
    }

    /// Starts a demo whose services find more settings in their environment.
    static LaunchedDemo launch(Path folder, Map<String, String> settings, String... options) throws IOException {
        PortBlock ports = PortBlock.reserve();
        List<String> arguments = new ArrayList<>(List.of("demo", "--ports", Integer.toString(ports.base())));
        arguments.addAll(List.of("--data", folder.resolve("data").toString(), "--keep"));
        arguments.addAll(List.of("--dump", folder.resolve("dump").toString()));
        arguments.addAll(List.of("--report", folder.resolve("report.json").toString()));
        arguments.addAll(List.of(options));
        if (!arguments.contains(RUNBOOK)) {
            arguments.addAll(List.of(RUNBOOK, "dns-preparation"));
        }
        Map<String, String> environment = new HashMap<>(settings);
        environment.put(
                "SIMULATOR_GRAPH_TRAFFIC",
                GraphTraffic.in(folder).toAbsolutePath().toString());
        return new LaunchedDemo(launcher(folder.resolve("output"), arguments, environment), ports, folder);
    }

    /// Runs any command of the launcher to its end and answers what it printed.
    static Finished run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = launcher(output, List.of(arguments), Map.of());
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Finished(process.exitValue(), Files.readString(output));
    }

    /// What a command ended with.
    record Finished(int status, String output) {}

    private static Process launcher(Path output, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcaravan.home=" + HOME,
                "-jar",
                HOME.resolve("launcher/target/app/launcher.jar").toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// The launcher's exit status, when it has ended by itself.
    int awaitExit() throws InterruptedException {
        return awaitExit(PATIENCE);
    }

    /// The same for what takes longer than usual.
    int awaitExit(Duration atMost) throws InterruptedException {
        boolean ended = process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS);
        assertThat(ended).as(this::output).isTrue();
        return process.exitValue();
    }

    /// Waits until the demo has printed that text.
    void awaitOutput(String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            assertThat(process.isAlive() || output().contains(text))
                    .as(this::output)
                    .isTrue();
            assertThat(output()).contains(text);
        });
    }

    /// What it has printed so far, for people.
    String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonNode report() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
    }

    Path dump() {
        return folder.resolve("dump");
    }

    /// Everything of it: its data, dump, report and output.
    Path folder() {
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    int port(int offset) {
        return ports.base() + offset;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port(2);
    }

    String registry() {
        return "http://127.0.0.1:" + port(4) + "/apis/ccompat/v7";
    }

    /// What the console answers to a GET.
    JsonNode get(String path) {
        return JsonMapper.shared().readTree(send(request(path).GET()).body());
    }

    /// What the console answers to a POST in somebody's name.
    HttpResponse<String> post(String path, String user, String json) {
        return write("POST", path, user, json);
    }

    /// What the console answers to a PUT in somebody's name.
    HttpResponse<String> put(String path, String user, String json) {
        return write("PUT", path, user, json);
    }

    /// Has the simulator write its worlds as they are now into a folder of this demo.
    Path dumpNow(String name) {
        Path where = folder.resolve(name).toAbsolutePath();
        HttpResponse<String> answer = send(request(1, "/sim/dump")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"dir\": \"" + where + "\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return where;
    }

    /// What the process at that port answers to a GET, as it comes: an answer may have no end.
    HttpResponse<Stream<String>> lines(int offset, String path) {
        return send(request(offset, path).GET(), HttpResponse.BodyHandlers.ofLines());
    }

    /// The processes that the launcher has started, by name.
    JsonNode processes() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(data().resolve("processes.json")));
    }

    /// Ends it as Ctrl-C does, and everything that it has started. Whatever was said in Graph's name until then is held
    /// against Microsoft's description.
    @Override
    public void close() throws IOException {
        process.destroy();
        try (http;
                ports) {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            // Nobody waits for answers that have no end.
            http.shutdownNow();
            http.close();
        }
        GraphTraffic.assertDescribed(folder);
    }

    private HttpResponse<String> write(String method, String path, String user, String json) {
        return send(request(path)
                .header("X-Caravan-User", user)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return request(0, path);
    }

    private HttpRequest.Builder request(int offset, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(offset) + path))
                .timeout(Duration.ofSeconds(40));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
