package dev.caravan.license.chat;

import java.util.List;

/// A licence that the tenant has.
///
/// @param name such as `ENTERPRISEPACK`
/// @param plans what it consists of
public record Sku(String id, String name, List<ServicePlan> plans) {

    /// @param ofUser whether it can be switched off for one user
    public record ServicePlan(String id, String name, boolean ofUser) {

        /// Teams, or what Skype for Business became: calls and meetings among it.
        boolean isChat() {
            return ofUser && (name.startsWith("TEAMS") || name.startsWith("MCO"));
        }
    }

    public Sku {
        plans = List.copyOf(plans);
    }

    List<ServicePlan> chatPlans() {
        return plans.stream().filter(ServicePlan::isChat).toList();
    }
}
