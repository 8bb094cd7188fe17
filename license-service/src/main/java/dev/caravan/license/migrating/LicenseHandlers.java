package dev.caravan.license.migrating;

import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.credentials.Credentials;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tenant.UserLicences;
import dev.caravan.license.tool.MigrationTool;

/// Who handles which command.
public final class LicenseHandlers implements Handlers<LicenseCommand, LicenseFact> {

    private final PreparingProject preparing;
    private final RemovingProject removing;
    private final AddingItems adding;
    private final RemovingItems removingItems;
    private final ProvingLicenceBudget budgeting;
    private final AssigningLicences assigning;
    private final ProvingLicences proving;
    private final SubmittingPasses submitting;
    private final ForecastingPasses forecasting;
    private final StoppingPasses stopping;
    private final ReadingStatistics reading;
    private final DisablingChatPlans disabling;
    private final RevertingChatPlans reverting;

    /// @param credentials where the secrets of the tenants' applications are, which the tool needs
    public LicenseHandlers(MigrationTool tool, TenantMailboxes tenants, UserLicences users, Credentials credentials) {
        this.disabling = new DisablingChatPlans(users);
        this.reverting = new RevertingChatPlans(users);
        this.preparing = new PreparingProject(tool, new Sides(tenants, credentials));
        this.removing = new RemovingProject(tool);
        this.adding = new AddingItems(tool, tenants);
        this.removingItems = new RemovingItems(tool);
        this.budgeting = new ProvingLicenceBudget(tool);
        this.assigning = new AssigningLicences(tool, tenants);
        this.proving = new ProvingLicences(tool, tenants);
        this.submitting = new SubmittingPasses(tool, tenants);
        this.forecasting = new ForecastingPasses(tool, tenants);
        this.stopping = new StoppingPasses(tool);
        this.reading = new ReadingStatistics(tool, tenants);
    }

    @Override
    public Handling<LicenseFact> of(LicenseCommand command) {
        return switch (command) {
            case LicenseCommand.PrepareProject prepare -> preparing.of(prepare);
            case LicenseCommand.RemoveProject remove -> removing.of(remove);
            case LicenseCommand.AddItems add -> adding.of(add);
            case LicenseCommand.RemoveItems remove -> removingItems.of(remove);
            case LicenseCommand.ProveLicenceBudget prove -> budgeting.of(prove);
            case LicenseCommand.AssignLicences assign -> assigning.of(assign);
            case LicenseCommand.ProveLicences prove -> proving.of(prove);
            case LicenseCommand.SubmitPass submit -> submitting.of(submit);
            case LicenseCommand.ForecastPasses forecast -> forecasting.of(forecast);
            case LicenseCommand.StopPasses stop -> stopping.of(stop);
            case LicenseCommand.ReadStatistics read -> reading.of(read);
            case LicenseCommand.DisableChatPlans disable -> disabling.of(disable);
            case LicenseCommand.RevertChatPlans revert -> reverting.of(revert);
        };
    }
}
