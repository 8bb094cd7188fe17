package dev.caravan.simulator.generator;

import dev.caravan.simulator.world.Side;
import java.util.List;

/// A side of a generated world.
///
/// @param domains verified, the default one first; without the initial one
/// @param relays those of the domains whose unknown addresses are somebody else's
/// @param skuId the licence that everybody has
record Organisation(
        Side side,
        String id,
        String displayName,
        String country,
        String timeZone,
        String initialDomain,
        List<String> domains,
        List<String> relays,
        String mailHostPattern,
        String skuId) {

    String defaultDomain() {
        return domains.isEmpty() ? initialDomain : domains.getFirst();
    }

    String mailHost(String domain) {
        return mailHostPattern.replace("{dashes}", domain.replace('.', '-'));
    }

    /// The first label of the initial domain.
    String shortName() {
        return initialDomain.substring(0, initialDomain.indexOf('.'));
    }
}
