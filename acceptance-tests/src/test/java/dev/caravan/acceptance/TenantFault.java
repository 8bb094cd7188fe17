package dev.caravan.acceptance;

import java.util.List;

/// What the APIs of tenants get wrong while a demo runs.
///
/// @param written as an option of a demo has it, without the world
/// @param answer the status that stands in the ledger of calls where it has struck
record TenantFault(String written, String answer) {

    /// All that a whole move has to stand.
    static final List<TenantFault> ALL = List.of(
            new TenantFault("tenant-throttle:percent=5:retryAfterSeconds=2.128", "429"),
            new TenantFault("tenant-throttle:percent=3", "429"),
            new TenantFault("tenant-apply-then-lose:percent=1", "lost"),
            new TenantFault("replication-lag", "200"),
            new TenantFault("tenant-unavailable:percent=1", "503"),
            new TenantFault("tenant-apply-then-fail:percent=1", "500"),
            new TenantFault("tenant-slow:percent=2:seconds=60", "200"),
            new TenantFault("token-refuse:percent=1", "401"));

    /// One of them, another for each seed.
    static TenantFault drawn() {
        return ALL.get((int) Math.floorMod(Long.getLong("caravan.seed", 0L), ALL.size()));
    }

    /// The option that asks for it in a world.
    String in(String world) {
        return world + ":" + written;
    }
}
