package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.tenant.DomainName;
import java.util.List;

/// What this service can be asked to do; the page `inventory.avdl` says it on the wire.
public sealed interface InventoryCommand {

    /// Read everything that the tenant holds into a new snapshot.
    record CaptureTenant() implements InventoryCommand {}

    /// Look for everything that refers to the domains, and tell it.
    record ScanDependencies(List<DomainName> domains) implements InventoryCommand {}

    /// Ask whether nothing refers to the domains any more.
    record ProveUnused(List<DomainName> domains) implements InventoryCommand {}

    /// Ask whether the tenant itself decides over the domains and the people in them.
    record ProveManaged(List<DomainName> domains) implements InventoryCommand {}

    /// Ask whether addresses in the domains are free where they are to move to.
    record ProveFree(List<DomainName> domains) implements InventoryCommand {}

    /// Ask whether the migration tool gets at the tenant's mailboxes.
    record ProveReadiness() implements InventoryCommand {}
}
