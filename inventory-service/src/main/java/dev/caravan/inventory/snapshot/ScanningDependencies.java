package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.snapshot.InventoryCommand.ScanDependencies;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.util.ArrayList;
import java.util.List;

/// Finds what a removal of the domains would be refused for, weeks before anybody tries.
final class ScanningDependencies implements Asking<ScanDependencies, InventoryFact> {

    /// Of one event; an object has at most 300 addresses.
    private static final int PART_MAX = 50;

    private final Dependencies dependencies;

    ScanningDependencies(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public Outcome<InventoryFact> ask(ScanDependencies command, Call call, Telling<InventoryFact> telling) {
        return dependencies.of(command.domains(), call).map(found -> {
            telling.tell(parts(found));
            return new InventoryFact.DependenciesScanned(found);
        });
    }

    private static List<InventoryFact> parts(List<Dependency> found) {
        var parts = new ArrayList<InventoryFact>();
        for (var from = 0; from < found.size(); from += PART_MAX) {
            parts.add(
                    new InventoryFact.DependenciesFound(found.subList(from, Math.min(found.size(), from + PART_MAX))));
        }
        return parts;
    }
}
