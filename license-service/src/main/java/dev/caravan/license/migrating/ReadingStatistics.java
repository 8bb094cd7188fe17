package dev.caravan.license.migrating;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.license.item.Item;
import dev.caravan.license.migrating.LicenseCommand.ReadStatistics;
import dev.caravan.license.pass.Pass;
import dev.caravan.license.pass.PassStatus;
import dev.caravan.license.pass.Volume;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.MigrationTool;
import java.util.Comparator;
import java.util.List;

/// Reads how much has been copied.
final class ReadingStatistics implements Asking<ReadStatistics, LicenseFact> {

    private final MigrationTool tool;
    private final TenantMailboxes tenants;

    ReadingStatistics(MigrationTool tool, TenantMailboxes tenants) {
        this.tool = tool;
        this.tenants = tenants;
    }

    @Override
    public Outcome<LicenseFact> ask(ReadStatistics command, Call call, Telling<LicenseFact> telling) {
        return Selected.of(command.selection(), command.source(), command.label(), tool, tenants, call)
                .then(selected -> tool.passes()
                        .of(selected.items(), call)
                        .then(passes -> InTurn.each(
                                        selected.items(), item -> tool.passes().volume(item, call))
                                .map(volumes -> fact(selected.items(), passes, volumes))));
    }

    private static LicenseFact fact(List<Item> items, List<Pass> passes, List<Volume> volumes) {
        return new LicenseFact.StatisticsRead(
                items.size(),
                volumes.stream().mapToLong(Volume::bytes).sum(),
                volumes.stream().mapToInt(Volume::errors).sum(),
                (int) items.stream().filter(item -> isCompleted(item, passes)).count());
    }

    private static boolean isCompleted(Item item, List<Pass> passes) {
        return passes.stream()
                .filter(pass -> pass.itemId().equals(item.id()))
                .max(Comparator.comparing(Pass::created))
                .filter(pass -> pass.status() == PassStatus.COMPLETED)
                .isPresent();
    }
}
