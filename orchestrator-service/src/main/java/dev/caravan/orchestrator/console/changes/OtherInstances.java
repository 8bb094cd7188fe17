package dev.caravan.orchestrator.console.changes;

import dev.caravan.orchestrator.console.documents.LedgerDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Passes a question on to the instance that can answer it.
final class OtherInstances {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int FINE = 200;

    private final JsonMapper json;

    OtherInstances(JsonMapper json) {
        this.json = json;
    }

    /// Made when there is another instance to ask.
    private static final class Client {
        private static final HttpClient HTTP =
                HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    LedgerDocument changes(String host, int port, String runId, LedgerQueries.Query query) throws InterruptedException {
        var question = HttpRequest.newBuilder(address(host, port, runId, query))
                .timeout(TIMEOUT)
                .build();
        try {
            var answer = Client.HTTP.send(question, BodyHandlers.ofString());
            if (answer.statusCode() != FINE) {
                throw Problems.unavailable("the run is moving between instances");
            }
            return json.readValue(answer.body(), LedgerDocument.class);
        } catch (IOException | JacksonException unreachable) {
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
