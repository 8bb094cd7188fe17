package dev.caravan.orchestrator.console.live;

import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.Position;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.console.views.ViewUpdate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Sends views as they change.
@RestController
@Tag(name = "Live")
class LiveController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final RunViews views;
    private final LiveClients clients;

    LiveController(RunViews views, LiveClients clients) {
        this.views = views;
        this.clients = clients;
    }

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "All runs as they are, then as they change",
            description = "Events `run`. `Last-Event-ID` leaves out what was received before.")
    SseEmitter runs(
            @RequestHeader(name = LAST_EVENT_ID, required = false) Optional<String> lastEventId,
            HttpServletResponse response) {
        setHeaders(response);
        return clients.follow(
                ViewUpdate.OfRun.class::isInstance, client -> views.watchRuns(position(lastEventId), client));
    }

    @GetMapping(path = "/api/runs/{runId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "One run and its steps as they are, then as they change",
            description = "Events `run` and `step`. `Last-Event-ID` leaves out what was received before.")
    SseEmitter run(
            @PathVariable String runId,
            @RequestHeader(name = LAST_EVENT_ID, required = false) Optional<String> lastEventId,
            HttpServletResponse response) {
        if (views.run(runId).isEmpty()) {
            throw Problems.notFound("run", runId);
        }
        setHeaders(response);
        return clients.follow(
                update -> update.runId().equals(runId), client -> views.watchRun(runId, position(lastEventId), client));
    }

    private static Position position(Optional<String> lastEventId) {
        return lastEventId.flatMap(Position::parse).orElse(Position.START);
    }

    private static void setHeaders(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
    }
}
