package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.inventory.tenant.MailboxSizes;
import dev.caravan.inventory.tenant.Tally;
import java.util.List;

/// What this service tells; the page `inventory.avdl` says it on the wire.
public sealed interface InventoryFact {

    /// One object of a snapshot.
    record ObjectCaptured(String snapshotId, CapturedObject object) implements InventoryFact {}

    /// The snapshot is complete.
    record TenantCaptured(String snapshotId, String tenantId, Tally tally, MailboxSizes sizes)
            implements InventoryFact {}

    /// A part of what was found.
    record DependenciesFound(List<Dependency> dependencies) implements InventoryFact {}

    /// All of it was told.
    record DependenciesScanned(List<Dependency> dependencies) implements InventoryFact {}

    /// @param domains how many were looked for
    record UseDisproved(int domains) implements InventoryFact {}

    /// @param domains how many were looked at
    record ManagedProven(int domains) implements InventoryFact {}

    /// @param domains how many were looked for
    record FreeProven(int domains) implements InventoryFact {}

    record ReadinessProven(boolean ewsEnabled, boolean migrationToolAllowed) implements InventoryFact {}
}
