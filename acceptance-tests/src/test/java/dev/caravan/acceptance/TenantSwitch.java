package dev.caravan.acceptance;

import java.util.List;
import java.util.Map;

/// A position of a switch of the simulator: how tenants behave where Microsoft does not say it. Those
/// in which no domain can leave a tenant are not among them: nobody could move anything there.
///
/// @param variable by which the simulator's setting is set
record TenantSwitch(String variable, String position) {

    /// All in which a tenant can be moved, but for those that the simulator has by itself.
    static final List<TenantSwitch> ALL = List.of(
            new TenantSwitch("SIMULATOR_SIGNINNAMES_ADDRESSES", "primary"),
            new TenantSwitch("SIMULATOR_SIGNINNAMES_ADDRESSES", "late"),
            new TenantSwitch("SIMULATOR_UNCLEAR_PAGES", "by-size"),
            new TenantSwitch("SIMULATOR_UNCLEAR_TEXTS", "reworded"),
            new TenantSwitch("SIMULATOR_UNCLEAR_ABSENCE", "internal-error"),
            new TenantSwitch("SIMULATOR_UNCLEAR_FORCEDELETE", "partner"),
            new TenantSwitch("SIMULATOR_UNCLEAR_DELETEDREFERENCES", "listed"),
            new TenantSwitch("SIMULATOR_UNCLEAR_SYNCSWITCH", "allowed"),
            new TenantSwitch("SIMULATOR_UNCLEAR_SHAREPOINTADDRESSES", "removed"),
            new TenantSwitch("SIMULATOR_UNCLEAR_REMOVAL", "scheduled"),
            new TenantSwitch("SIMULATOR_UNCLEAR_VERIFICATION", "takeover"),
            new TenantSwitch("SIMULATOR_DOMAINS_ACCEPTANCE", "PT1H"),
            new TenantSwitch("SIMULATOR_DOMAINS_RELEASE", "PT5M"),
            new TenantSwitch("SIMULATOR_DOMAINS_RELEASE", "PT40H"));

    /// One of them, another when the seeds before have had each fault.
    static TenantSwitch drawn() {
        long seed = Long.getLong("caravan.seed", 0L);
        return ALL.get((int) Math.floorMod(seed / TenantFault.ALL.size(), ALL.size()));
    }

    Map<String, String> setting() {
        return Map.of(variable, position);
    }
}
