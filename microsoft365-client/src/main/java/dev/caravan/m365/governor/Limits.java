package dev.caravan.m365.governor;

import java.util.Optional;

/// What an API's hosts carry.
///
/// @param tenant for an application in one tenant
/// @param application for an application in all tenants, where there is such a limit
public record Limits(Both tenant, Optional<Both> application) {

    /// Limits of units and of writes, which are counted apart.
    public record Both(Limit units, Limit writes) {}

    /// Graph's limits for identities, as Microsoft publishes them. How many units a tenant has depends on how many
    /// users it has (3500, 5000 or 8000 in ten seconds); the most is tried, and less is learnt.
    ///
    /// @param aim the share of them that is used
    /// @param instances among how many the limits of an application are shared
    public static Limits ofGraph(double aim, int instances) {
        var share = aim / instances;
        return new Limits(
                new Both(Limit.published(8000, 10, aim), Limit.published(3000, 150, aim)),
                Optional.of(new Both(Limit.published(150_000, 20, share), Limit.published(70_000, 300, share))));
    }

    /// Limits of Exchange Online, which publishes none: they are learnt.
    public static Limits ofExchange(Limit cmdlets, Limit writes) {
        return new Limits(new Both(cmdlets, writes), Optional.empty());
    }
}
