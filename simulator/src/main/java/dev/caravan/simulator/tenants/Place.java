package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Tenant;
import org.jspecify.annotations.Nullable;

/// A tenant as it is, and the world that it belongs to.
public final class Place {

    private final String world;
    private final Tenant tenant;
    private volatile @Nullable Recipients recipients;

    Place(String world, Tenant tenant) {
        this.world = world;
        this.tenant = tenant;
    }

    public String world() {
        return world;
    }

    public Tenant tenant() {
        return tenant;
    }

    /// Its recipients, indexed when they are first asked for.
    public Recipients recipients() {
        Recipients indexed = recipients;
        if (indexed == null) {
            indexed = Recipients.of(tenant);
            recipients = indexed;
        }
        return indexed;
    }
}
