package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.ports.FreePort;
import dev.caravan.simulator.dns.ZoneFileRules;
import dev.caravan.simulator.world.Reading;
import dev.caravan.simulator.world.WorldReader;
import dev.caravan.simulator.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole simulator in this process, spoken to as anybody would: over HTTP. When it is closed, everything that it was
/// asked and answered as Graph is held against Microsoft's description.
final class RunningSimulator implements AutoCloseable, AfterAllCallback {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Path traffic;
    /// What it has made for itself, and removes in the end.
    private @Nullable Path own;

    RunningSimulator(Path data, Path... folders) {
        this(data, Map.of(), folders);
    }

    /// One of the sample world for all tests of a class, which ends with them.
    static RunningSimulator ofSample() {
        return of(_ -> SampleWorld.FOLDER);
    }

    /// One of a world that is made for all tests of a class.
    static RunningSimulator of(WorldMaker maker) {
        return of(Map.of(), maker);
    }

    /// The same with other settings.
    static RunningSimulator of(Map<String, Object> settings, WorldMaker maker) {
        try {
            Path folder = Files.createTempDirectory("simulator");
            RunningSimulator simulator = new RunningSimulator(folder.resolve("data"), settings, maker.make(folder));
            simulator.own = folder;
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a world in a folder.
    @FunctionalInterface
    interface WorldMaker {
        Path make(Path folder) throws IOException;
    }

    /// Classes within the class use it, too.
    @Override
    public void afterAll(ExtensionContext tests) throws IOException {
        if (!tests.getRequiredTestClass().isMemberClass()) {
            close();
            FileSystemUtils.deleteRecursively(own);
        }
    }

    RunningSimulator(Path data, Map<String, Object> settings, Path... folders) {
        traffic = GraphTraffic.file();
        Reading reading = new WorldReader(new ZoneFileRules()).read(List.of(folders));
        assertThat(reading).isInstanceOf(Reading.Loaded.class);
        Worlds worlds = ((Reading.Loaded) reading).worlds();
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("simulator.dns.port", FreePort.find());
        properties.put("simulator.dns.resolver-port", FreePort.find());
        properties.put("simulator.data", data.toString());
        properties.put("simulator.graph.traffic", traffic.toString());
        properties.putAll(settings);
        context = SimulatorApplication.run(worlds, properties);
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    Reply get(String path) {
        return send("GET", path, null, null);
    }

    Reply post(String path, String body) {
        return send("POST", path, body, null);
    }

    Reply send(String method, String path, @Nullable String body, @Nullable String token) {
        return send(method, path, body, token, Map.of());
    }

    /// @param path with its options as they are written: `/users?$top=7`
    Reply send(String method, String path, @Nullable String body, @Nullable String token, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .setHeader("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(), response.body().isEmpty() ? "null" : response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where it listens: `http://127.0.0.1:…`
    String address() {
        return base;
    }

    /// What an address of this simulator leads to; empty for none.
    String path(String address) {
        return address.replace(base, "");
    }

    String secret(String ref) {
        return get("/sim/credentials").json().path(ref).asString();
    }

    long epoch() {
        return get("/sim/clock").json().path("epoch").asLong();
    }

    /// Lets the simulated clock, once it is started, go on by so much.
    void pass(Duration time) {
        JsonNode clock = post("/sim/clock/start", "").json();
        Instant to = Instant.parse(clock.path("now").asString()).plus(time);
        assertThat(post(
                                "/sim/clock/skip",
                                "{\"to\": \"%s\", \"epoch\": %s}"
                                        .formatted(to, clock.path("epoch").asLong()))
                        .status())
                .isEqualTo(200);
    }

    @Override
    public void close() {
        context.close();
        http.close();
        GraphTraffic.assertDescribed(traffic);
    }

    record Reply(int status, String body, HttpHeaders headers) {

        /// Empty where the answer lacks it.
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }
}
