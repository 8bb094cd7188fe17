package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Passes a question on to the instance that can answer it.
@Component
class OtherInstances {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// Made when there is another instance to ask.
    private static final class Client {
        private static final HttpClient HTTP =
                HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    ResponseEntity<byte[]> changes(String host, int port, String runId, LedgerQueries.Query query)
            throws InterruptedException {
        var question = HttpRequest.newBuilder(address(host, port, runId, query))
                .timeout(TIMEOUT)
                .build();
        try {
            var answer = Client.HTTP.send(question, BodyHandlers.ofByteArray());
            var type = answer.headers().firstValue("Content-Type").orElse(MediaType.APPLICATION_JSON_VALUE);
            return ResponseEntity.status(answer.statusCode())
                    .contentType(MediaType.parseMediaType(type))
                    .body(answer.body());
        } catch (IOException unreachable) {
            throw Problems.unavailable("the instance that keeps this run does not answer");
        }
    }

    private static URI address(String host, int port, String runId, LedgerQueries.Query query) {
        return UriComponentsBuilder.newInstance()
                .scheme("http")
                .host(host)
                .port(port)
                .pathSegment("internal", "runs", runId, "changes")
                .queryParamIfPresent("object", query.object())
                .queryParamIfPresent("step", query.step())
                .queryParamIfPresent("after", query.after())
                .queryParam("limit", query.limit())
                .encode()
                .build()
                .toUri();
    }
}
