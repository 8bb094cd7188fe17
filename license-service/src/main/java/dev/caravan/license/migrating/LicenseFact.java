package dev.caravan.license.migrating;

import dev.caravan.kit.plan.Conflict;
import dev.caravan.license.pass.Forecast;
import java.util.List;

/// What this service tells; the page `license.avdl` says it on the wire.
public sealed interface LicenseFact {

    /// @param project its name
    record ProjectPrepared(String project, int applied, int unchanged) implements LicenseFact {}

    record ProjectRemoved(int applied, int unchanged, List<Conflict> conflicts) implements LicenseFact {}

    /// @param gone mailboxes that are not there any more
    record ItemsAdded(int applied, int unchanged, int gone) implements LicenseFact {}

    record ItemsRemoved(int applied, int unchanged, List<Conflict> conflicts) implements LicenseFact {}

    /// @param available in packs that have not expired
    record LicenceBudgetProven(int needed, int available) implements LicenseFact {}

    /// @param gone mailboxes that are not there any more
    record LicencesAssigned(int applied, int unchanged, int gone) implements LicenseFact {}

    record LicencesProven(int licences) implements LicenseFact {}

    /// @param completed items whose pass was completed, or that needed none
    /// @param withErrors those of them with something that could not be copied
    /// @param failed items of which nothing could be repaired, because no pass over them was completed
    /// @param bytes copied so far
    record PassesEnded(int items, int completed, int withErrors, int failed, long bytes) implements LicenseFact {}

    /// @param unknown mailboxes that are not there any more, or do not tell their size
    record PassesForecast(Forecast forecast, int unknown) implements LicenseFact {}

    /// @param unchanged passes that had ended by themselves
    record PassesStopped(int applied, int unchanged, List<Conflict> conflicts) implements LicenseFact {}

    /// @param errors what could not be copied
    /// @param completed mailboxes whose latest pass was completed
    record StatisticsRead(int items, long bytes, int errors, int completed) implements LicenseFact {}

    /// @param applied how many licences have fewer plans now
    /// @param gone users that are not there any more
    record ChatPlansDisabled(int applied, int unchanged, int gone) implements LicenseFact {}

    record ChatPlansReverted(int applied, int unchanged, List<Conflict> conflicts) implements LicenseFact {}
}
