package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.RunbookName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What a run was created for; never changes.
///
/// @param runbookHash names the exact text of the runbook, so that a run never changes under its people
/// @param zone calendar days of `at` and `by` are days in it
public record Charter(
        RunId id,
        String title,
        CustomerId customerId,
        RunbookName runbook,
        String runbookHash,
        Map<RoleName, ConnectionRef> connections,
        List<DomainName> domains,
        ZoneId zone,
        Person requestedBy,
        Instant createdAt) {
    public Charter {
        connections = Ordered.copy(connections);
        domains = List.copyOf(domains);
    }
}
