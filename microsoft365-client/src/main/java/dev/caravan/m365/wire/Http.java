package dev.caravan.m365.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.caravan.kit.command.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/// Sends one request and waits for its answer, whatever its status. It is never sent a second time, and redirections
/// are not followed.
public final class Http {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final long BODY_BYTES_MAX = 256L << 20;
    private static final int GZIP_MAGIC_0 = 0x1f;
    private static final int GZIP_MAGIC_1 = 0x8b;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /// The answer, or [Outcome.Failed] for now with code `no-answer`.
    ///
    /// @param host whose answer it is, as people know it
    public Outcome<Answer> send(String host, HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), BODY_BYTES_MAX));
            return Outcome.done(Answer.of(response.statusCode(), headers(response), text(response)));
        } catch (IOException e) {
            return Failures.noAnswer(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failures.noAnswer(host, e);
        }
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        return response.headers().map().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    /// Exchange Online declares some bodies compressed that are not.
    private static String text(HttpResponse<byte[]> response) throws IOException {
        var body = response.body();
        if (!isGzip(body)) {
            return new String(body, UTF_8);
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unzipped.readAllBytes(), UTF_8);
        }
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && (body[0] & 0xff) == GZIP_MAGIC_0 && (body[1] & 0xff) == GZIP_MAGIC_1;
    }
}
