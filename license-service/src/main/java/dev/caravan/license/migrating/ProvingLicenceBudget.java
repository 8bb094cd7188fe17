package dev.caravan.license.migrating;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.license.migrating.LicenseCommand.ProveLicenceBudget;
import dev.caravan.license.tool.MigrationTool;
import java.time.Duration;

/// Proves that there are licences enough. Meanwhile a person buys some, or redeems a coupon.
final class ProvingLicenceBudget implements Asking<ProveLicenceBudget, LicenseFact> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

    private final MigrationTool tool;

    ProvingLicenceBudget(MigrationTool tool) {
        this.tool = tool;
    }

    @Override
    public Outcome<LicenseFact> ask(ProveLicenceBudget command, Call call, Telling<LicenseFact> telling) {
        return tool.licences().available(call).then(available -> judged(command.needed(), available));
    }

    private static Outcome<LicenseFact> judged(int needed, int available) {
        return available >= needed
                ? Outcome.done(new LicenseFact.LicenceBudgetProven(needed, available))
                : new Outcome.NotYet<>(
                        RETRY_AFTER,
                        "%d licences (User Migration Bundle) are needed and %d are left".formatted(needed, available));
    }
}
