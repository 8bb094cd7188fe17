package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.documents.KillSwitchDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.rest.Bodies.KillSwitch;
import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.writes.Caller;
import dev.caravan.orchestrator.console.writes.ConnectionChanges;
import dev.caravan.schemas.connections.Connection;
import dev.caravan.schemas.connections.ConnectionKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The kill switch of everything: told as a connection that stands for all others, whose own switches stay as they are.
@RestController
@RequestMapping("/api/kill-switch")
@Tag(name = "Connections")
class KillSwitchController {

    private final Connections connections;
    private final ConnectionChanges changes;

    KillSwitchController(Connections connections, ConnectionChanges changes) {
        this.connections = connections;
        this.changes = changes;
    }

    @GetMapping
    @Operation(summary = "Whether effects may start at all")
    KillSwitchDocument position() {
        return connections.find(Connections.ALL).map(KillSwitchDocument::of).orElseGet(KillSwitchDocument::never);
    }

    @PostMapping
    @Operation(summary = "Let no further effect start on any connection, or let them start again")
    KillSwitchDocument turn(@RequestBody KillSwitch body, Caller caller) throws InterruptedException {
        var on = body.on();
        if (on == null) {
            throw Problems.field("on", "is missing: true or false");
        }
        return KillSwitchDocument.of(changes.change(
                Connections.ALL, caller, (_, now) -> all(on, caller.person().name(), now)));
    }

    private static Connection all(boolean on, String by, Instant now) {
        return new Connection(
                Connections.ALL,
                ConnectionKind.TENANT,
                "All connections",
                Connections.ALL,
                Connections.ALL,
                null,
                null,
                Connections.ALL,
                List.of(),
                Map.of(),
                on,
                by,
                now);
    }
}
