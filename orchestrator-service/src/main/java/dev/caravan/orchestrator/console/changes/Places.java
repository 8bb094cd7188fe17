package dev.caravan.orchestrator.console.changes;

import dev.caravan.orchestrator.console.documents.ActedOn;
import dev.caravan.orchestrator.console.documents.ConnectionDocument;
import dev.caravan.orchestrator.console.documents.StepDocument;
import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.views.RunViews;
import java.util.Map;
import java.util.stream.Collectors;

/// Where the steps of runs act.
final class Places {

    private final RunViews views;
    private final Connections connections;

    Places(RunViews views, Connections connections) {
        this.views = views;
        this.connections = connections;
    }

    /// By step.
    Map<String, ActedOn> of(String runId) {
        return views.steps(runId).stream()
                .map(StepDocument::of)
                .collect(Collectors.toMap(StepDocument::stepId, this::of));
    }

    ActedOn of(StepDocument step) {
        return new ActedOn(
                step.connectionId(),
                step.account(),
                connections
                        .find(step.connectionId())
                        .map(ConnectionDocument::of)
                        .map(ConnectionDocument::tenantId)
                        .orElse(null));
    }
}
