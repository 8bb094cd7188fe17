package dev.caravan.orchestrator.console.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What requests carry. Any field may be missing: [Checks] says so by name.
final class Bodies {

    private Bodies() {}

    /// @param customerId Entra id of the customer's source tenant
    /// @param runbook name of a shipped runbook; or else `runbookYaml`
    /// @param runbookFile what problems call the file of `runbookYaml`
    /// @param connections connectionId by role: source, destination, dns, bittitan
    /// @param timeZone IANA name, as in Europe/Berlin
    /// @param t0 provisional, ISO 8601 with offset, as in 2026-12-04T20:00:00+01:00
    /// @param decisions answers by name
    record NewRun(
            @Nullable String title,
            @Nullable String customerId,
            @Nullable String runbook,
            @Nullable String runbookYaml,
            @Nullable String runbookFile,
            @Nullable Map<String, @Nullable String> connections,
            @Nullable List<@Nullable String> domains,
            @Nullable String timeZone,
            @Nullable String t0,
            @Nullable Map<String, @Nullable String> decisions) {}

    record Reason(@Nullable String reason) {}

    /// @param planHash of the plan that was read; absent or empty where the gate shows none
    /// @param decisions answers by name, where the gate asks for any
    record Approval(@Nullable String planHash, @Nullable Map<String, @Nullable String> decisions) {}

    /// @param changes what was changed by hand, as found before and left after; none: what the task's acts say
    record TaskAnswer(
            @Nullable String answer,
            @Nullable String evidence,
            @Nullable List<@Nullable ChangeByHand> changes) {}

    /// @param kind of the object, as rrset; `id` and `property` as in the ledger
    /// @param before the values found; empty: it was absent
    /// @param after the values left; empty: it is gone
    record ChangeByHand(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String property,
            @Nullable List<@Nullable String> before,
            @Nullable List<@Nullable String> after) {}

    record NewT0(@Nullable String t0, @Nullable String reason) {}

    record KillSwitch(@Nullable Boolean on) {}

    /// @param kind tenant, exchange, dns or bittitan
    /// @param account tenant id, DNS account or workgroup: commands to it are bounded by this
    /// @param applicationId the application that signs in to a tenant, or the user that signs in to BitTitan
    record NewConnection(
            @Nullable String kind,
            @Nullable String displayName,
            @Nullable String customerId,
            @Nullable String account,
            @Nullable String tenantId,
            @Nullable String applicationId,
            @Nullable String credentialRef,
            @Nullable List<@Nullable String> allowedHosts,
            @Nullable Map<String, @Nullable String> settings,
            @Nullable Boolean killSwitch) {}
}
