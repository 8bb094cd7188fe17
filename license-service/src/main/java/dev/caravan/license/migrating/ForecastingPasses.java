package dev.caravan.license.migrating;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.license.item.Mailbox;
import dev.caravan.license.migrating.LicenseCommand.ForecastPasses;
import dev.caravan.license.pass.Forecast;
import dev.caravan.license.pass.Rate;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.MigrationTool;
import java.util.List;
import java.util.Map;

/// Forecasts how long passes will take, so that a date is confirmed that leaves them time.
final class ForecastingPasses implements Asking<ForecastPasses, LicenseFact> {

    private final MigrationTool tool;
    private final TenantMailboxes tenants;

    ForecastingPasses(MigrationTool tool, TenantMailboxes tenants) {
        this.tool = tool;
        this.tenants = tenants;
    }

    @Override
    public Outcome<LicenseFact> ask(ForecastPasses command, Call call, Telling<LicenseFact> telling) {
        return sized(command, call)
                .then(sized -> rate(command, call)
                        .map(rate -> new LicenseFact.PassesForecast(
                                Forecast.of(sized, rate, command.atOnce()),
                                command.mailboxes().guids().size() - sized.size())));
    }

    private Outcome<List<Forecast.Sized>> sized(ForecastPasses command, Call call) {
        var guids = command.mailboxes().guids();
        return call.through(command.source())
                .then(through -> tenants.of(guids, through)
                        .then(found -> tenants.sizes(guids, through).map(sizes -> sized(found, sizes))));
    }

    private static List<Forecast.Sized> sized(Map<String, Mailbox> found, Map<String, Long> sizes) {
        return sizes.entrySet().stream()
                .map(size -> new Forecast.Sized(name(found, size.getKey()), size.getValue()))
                .toList();
    }

    private static String name(Map<String, Mailbox> found, String guid) {
        var mailbox = found.get(guid);
        return mailbox == null ? guid : mailbox.displayName();
    }

    /// Who has no test item any more is asked nothing.
    private Outcome<Rate> rate(ForecastPasses command, Call call) {
        return command.tested().names().isEmpty()
                ? Outcome.done(command.assumed())
                : Selected.of(command.tested(), command.source(), command.label(), tool, tenants, call)
                        .then(selected -> InTurn.each(
                                        selected.items(), item -> tool.passes().volume(item, call))
                                .map(command.assumed()::orMeasured));
    }
}
