package dev.caravan.kit.time;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a [SimulatedPace] on the time of the clock's keeper: asks for the next epoch, waits for the answer, asks
/// again. While the keeper is away the last reading goes on.
final class ClockFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockFollower.class);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration RETRY_AFTER = Duration.ofMillis(250);

    private final URI url;
    private final SimulatedPace pace;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private @Nullable Thread thread;
    private volatile boolean closed;
    private boolean away;

    ClockFollower(URI url, SimulatedPace pace) {
        this.url = url;
        this.pace = pace;
    }

    void start() {
        thread = Thread.ofVirtual().name("clock").start(this::follow);
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
        http.shutdownNow();
    }

    private void follow() {
        var epoch = OptionalLong.empty();
        while (!closed) {
            epoch = next(epoch);
        }
    }

    /// One question and its answer; a keeper that was away is asked for his epoch anew, because it may be a lower one.
    private OptionalLong next(OptionalLong epoch) {
        try {
            var reading = read(epoch);
            pace.follow(reading);
            logReturn(reading);
            return OptionalLong.of(reading.epoch());
        } catch (IOException | JacksonException | IllegalArgumentException | InterruptedException e) {
            if (!closed) {
                logAbsence(e);
                Patience.pause(RETRY_AFTER);
            }
            return OptionalLong.empty();
        }
    }

    private Reading read(OptionalLong epoch) throws IOException, InterruptedException {
        var question = epoch.isPresent() ? URI.create(url + "?after=" + epoch.getAsLong()) : url;
        var request = HttpRequest.newBuilder(question).timeout(ANSWER_TIMEOUT).build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("answered " + response.statusCode());
        }
        return json.readValue(response.body(), Reading.class);
    }

    private void logAbsence(Exception cause) {
        if (!away) {
            away = true;
            LOG.atWarn()
                    .addKeyValue("url", url)
                    .addKeyValue("cause", cause.toString())
                    .log("the simulated clock does not answer; asking on");
        }
    }

    private void logReturn(Reading reading) {
        if (away) {
            away = false;
            LOG.atInfo().addKeyValue("now", reading.now()).log("the simulated clock answers again");
        }
    }
}
