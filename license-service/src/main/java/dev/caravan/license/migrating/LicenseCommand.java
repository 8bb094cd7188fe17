package dev.caravan.license.migrating;

import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Change;
import dev.caravan.license.pass.PassKind;
import dev.caravan.license.pass.Rate;
import dev.caravan.license.project.Label;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What this service can be asked to do; the page `license.avdl` says it on the wire.
public sealed interface LicenseCommand {

    /// Make a project with its customer and endpoints.
    record PrepareProject(Target source, Target destination, Label label) implements LicenseCommand {}

    /// Remove what these recorded changes say was made.
    record RemoveProject(List<Change> changes, Label label) implements LicenseCommand {}

    /// Add items to the project.
    record AddItems(Selection selection, Target source, Target destination, Label label) implements LicenseCommand {}

    /// Remove the items that these recorded changes say were added.
    record RemoveItems(List<Change> changes, Label label) implements LicenseCommand {}

    /// Ask whether there are so many licences left.
    record ProveLicenceBudget(int needed) implements LicenseCommand {}

    /// Use up a licence for each item.
    record AssignLicences(Selection selection, Target source, Label label) implements LicenseCommand {}

    /// Ask whether the licences are active.
    record ProveLicences(Selection selection, Target source, Label label) implements LicenseCommand {}

    /// Have a pass made over items, and wait until it has ended.
    ///
    /// @param olderThan how old mail has to be that [PassKind#PRE_STAGE] copies
    /// @param rate by which it is told when they are going to be over; empty: that is not told
    record SubmitPass(
            Selection selection, PassKind kind, Duration olderThan, Optional<Rate> rate, Target source, Label label)
            implements LicenseCommand {}

    /// Forecast how long passes will take.
    ///
    /// @param tested accounts that have been copied already
    /// @param assumed the rate where nothing was measured
    /// @param atOnce how many mailboxes are copied at once
    record ForecastPasses(
            Selection.Mailboxes mailboxes,
            Selection.Accounts tested,
            Rate assumed,
            int atOnce,
            Target source,
            Label label)
            implements LicenseCommand {}

    /// Stop the passes that these recorded changes say were submitted.
    record StopPasses(List<Change> changes, Label label) implements LicenseCommand {}

    /// Read how much has been copied.
    record ReadStatistics(Selection selection, Target source, Label label) implements LicenseCommand {}

    /// Switch the plans of Teams and Skype off.
    ///
    /// @param users their ids
    record DisableChatPlans(List<String> users) implements LicenseCommand {}

    /// Take these recorded changes of plans back.
    record RevertChatPlans(List<Change> changes) implements LicenseCommand {}
}
