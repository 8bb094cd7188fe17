package dev.caravan.orchestrator.runbook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What conditions and instructions may speak of.
///
/// @param decisions answers so far, as written: `decisions.transferRegistration == "true"`
/// @param facts what finished steps told: `facts["lower-ttl"].oldTtlSecondsMax`; values are `Long`, `Double`, `Boolean`
/// or `String`
/// @param domains the moving domains
/// @param run the run itself: `run.t0`, `run.zone`
public record Scope(
        Map<DecisionName, String> decisions, Map<StepId, Map<String, Object>> facts, List<String> domains, Of run) {

    /// The run that a condition is asked about.
    public record Of(String id, String title, Instant t0, ZoneId zone) {}

    public Scope {
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        domains = List.copyOf(domains);
    }
}
