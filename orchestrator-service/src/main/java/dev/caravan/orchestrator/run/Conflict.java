package dev.caravan.orchestrator.run;

import java.util.List;

/// A value at the remote that neither before nor after explains: kept, and shown to people.
public record Conflict(String kind, String id, String property, List<String> observed, String sentence) {
    public Conflict {
        observed = List.copyOf(observed);
    }
}
