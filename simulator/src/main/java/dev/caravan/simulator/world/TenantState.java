package dev.caravan.simulator.world;

/// Who knows the tenants as they are now.
@FunctionalInterface
public interface TenantState {

    /// A tenant as it is now; as it was loaded if nothing can change it.
    Tenant now(Tenant loaded);

    /// A tenant as it is written: with what a simulator must know again beside the objects themselves.
    default Tenant written(Tenant loaded) {
        return now(loaded);
    }
}
