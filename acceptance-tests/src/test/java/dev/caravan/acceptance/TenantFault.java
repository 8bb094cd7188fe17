package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/// What the APIs of tenants get wrong while a demo runs.
///
/// @param written as an option of a demo has it, without the world
/// @param answer the status that stands in the ledger of calls where it has struck; empty for what no status tells of
record TenantFault(String written, Optional<String> answer) {

    private TenantFault(String written, String answer) {
        this(written, Optional.of(answer));
    }

    private TenantFault(String written) {
        this(written, Optional.empty());
    }

    /// All that a whole move has to stand.
    static final List<TenantFault> ALL = List.of(
            new TenantFault("tenant-throttle:percent=5:retryAfterSeconds=2.128", "429"),
            new TenantFault("tenant-throttle:percent=3", "429"),
            new TenantFault("tenant-apply-then-lose:percent=1", "lost"),
            new TenantFault("replication-lag"),
            new TenantFault("tenant-unavailable:percent=1", "503"),
            new TenantFault("tenant-apply-then-fail:percent=1", "500"),
            new TenantFault("tenant-slow:percent=2:seconds=60"),
            new TenantFault("token-refuse:percent=1", "401"));

    /// One of them, another for each seed.
    static TenantFault drawn() {
        return ALL.get((int) Math.floorMod(Long.getLong("caravan.seed", 0L), ALL.size()));
    }

    /// It has struck, as far as the ledger of calls can tell.
    void assertStruck(Calls calls) {
        answer.ifPresent(status -> assertThat(calls.statusesOfTenants())
                .as("what %s is answered with", written)
                .contains(status));
    }

    /// The option that asks for it in a world.
    String in(String world) {
        return world + ":" + written;
    }
}
