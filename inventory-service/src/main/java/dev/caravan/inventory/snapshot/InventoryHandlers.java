package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.reading.TenantReader;
import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;

/// Who handles which command.
public final class InventoryHandlers implements Handlers<InventoryCommand, InventoryFact> {

    private final CapturingTenant capturing;
    private final ScanningDependencies scanning;
    private final ProvingUnused provingUnused;
    private final ProvingManaged provingManaged;
    private final ProvingFree provingFree;
    private final ProvingReadiness provingReadiness;

    public InventoryHandlers(TenantReader reader) {
        var dependencies = new Dependencies(reader);
        this.capturing = new CapturingTenant(reader);
        this.scanning = new ScanningDependencies(dependencies);
        this.provingUnused = new ProvingUnused(dependencies);
        this.provingManaged = new ProvingManaged(reader);
        this.provingFree = new ProvingFree(reader);
        this.provingReadiness = new ProvingReadiness(reader);
    }

    @Override
    public Handling<InventoryFact> of(InventoryCommand command) {
        return switch (command) {
            case InventoryCommand.CaptureTenant capture -> capturing.of(capture);
            case InventoryCommand.ScanDependencies scan -> scanning.of(scan);
            case InventoryCommand.ProveUnused prove -> provingUnused.of(prove);
            case InventoryCommand.ProveManaged prove -> provingManaged.of(prove);
            case InventoryCommand.ProveFree prove -> provingFree.of(prove);
            case InventoryCommand.ProveReadiness prove -> provingReadiness.of(prove);
        };
    }
}
