package dev.caravan.orchestrator.runbook.text;

import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.orchestrator.runbook.Instructions;
import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// For whom and when a runbook would be run.
///
/// @param t0 when the domains move
/// @param zone the customer's
/// @param domains the moving domains
public record Occasion(Instant t0, ZoneId zone, List<String> domains) {

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final Map<RoleName, String> ROLES = Map.of(
            RoleName.parse("source"), "the source tenant", RoleName.parse("destination"), "the destination tenant");

    public Occasion {
        domains = List.copyOf(domains);
    }

    /// `Fri 4 Dec 2026 20:00 (T-14d)`.
    String when(Moment moment) {
        var instant = READABLE.format(moment.at(t0, zone).atZone(zone));
        return "%s (%s)".formatted(instant, moment);
    }

    String filled(String words) {
        return new Instructions(words).filled(scope(), ROLES);
    }

    Acts filled(Acts acts) {
        return acts.filled(scope(), ROLES);
    }

    private Scope scope() {
        return new Scope(Map.of(), Map.of(), domains, new Scope.Of("", "", t0, zone));
    }
}
