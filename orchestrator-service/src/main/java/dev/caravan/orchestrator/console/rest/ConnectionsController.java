package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.documents.ConnectionDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.rest.Bodies.KillSwitch;
import dev.caravan.orchestrator.console.rest.Bodies.NewConnection;
import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.writes.Caller;
import dev.caravan.orchestrator.console.writes.ConnectionChanges;
import dev.caravan.schemas.connections.Connection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The remote accounts that runs may act on. Secrets never come here, only their names.
@RestController
@RequestMapping("/api/connections")
@Tag(name = "Connections")
class ConnectionsController {

    private final Connections connections;
    private final ConnectionChanges changes;

    ConnectionsController(Connections connections, ConnectionChanges changes) {
        this.connections = connections;
        this.changes = changes;
    }

    @GetMapping
    @Operation(summary = "All connections")
    List<ConnectionDocument> all() {
        return connections.all().stream().map(ConnectionDocument::of).toList();
    }

    @GetMapping("/{connectionId}")
    @Operation(summary = "One connection")
    ConnectionDocument one(@PathVariable String connectionId) {
        return ConnectionDocument.of(existing(connectionId));
    }

    @PutMapping("/{connectionId}")
    @Operation(summary = "Write a connection as it shall be from now on")
    ConnectionDocument put(@PathVariable String connectionId, @RequestBody NewConnection body, Caller caller)
            throws InterruptedException {
        var wanted = NewConnectionCheck.checked(connectionId, body, caller.person());
        var written = changes.change(connectionId, caller, (_, now) -> wanted.apply(now));
        return ConnectionDocument.of(written);
    }

    @PostMapping("/{connectionId}/kill-switch")
    @Operation(summary = "Let no further effect start on a connection, or let them start again")
    ConnectionDocument killSwitch(@PathVariable String connectionId, @RequestBody KillSwitch body, Caller caller)
            throws InterruptedException {
        var on = body.on();
        if (on == null) {
            throw Problems.field("on", "is missing: true or false");
        }
        existing(connectionId);
        var written = changes.change(
                connectionId,
                caller,
                (before, now) -> Connection.newBuilder(
                                before.orElseThrow(() -> Problems.notFound("connection", connectionId)))
                        .setKillSwitch(on)
                        .setChangedBy(caller.person().name())
                        .setChangedAt(now)
                        .build());
        return ConnectionDocument.of(written);
    }

    private Connection existing(String connectionId) {
        return connections.find(connectionId).orElseThrow(() -> Problems.notFound("connection", connectionId));
    }
}
