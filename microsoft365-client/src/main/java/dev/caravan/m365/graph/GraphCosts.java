package dev.caravan.m365.graph;

import dev.caravan.m365.governor.Cost;

/// What requests count at Graph, as Microsoft publishes it: resource units, of which `$select` and small pages save one
/// each, and writes.
final class GraphCosts {

    private static final int SMALL_PAGE_MAX = 19;

    private GraphCosts() {}

    static Cost of(GraphRequest request) {
        if (!request.isRead()) {
            return Cost.write();
        }
        var isSmall = request.top().filter(top -> top <= SMALL_PAGE_MAX).isPresent();
        return read(base(request.resource()), !request.select().isEmpty(), isSmall);
    }

    static Cost of(Listing listing) {
        var isSmall = listing.top().filter(top -> top <= SMALL_PAGE_MAX).isPresent();
        return read(base(listing.collection()), !listing.select().isEmpty(), isSmall);
    }

    private static Cost read(int base, boolean isSelecting, boolean isSmall) {
        return Cost.read(Math.max(1, base - (isSelecting ? 1 : 0) - (isSmall ? 1 : 0)));
    }

    private static int base(Resource resource) {
        return switch (String.join("/", resource.segments())) {
            case "users" -> 2;
            case "subscribedSkus" -> 3;
            default -> 1;
        };
    }

    private static int base(Listing.Collection collection) {
        return switch (collection) {
            case Listing.OfTenant.USERS -> 2;
            case Listing.OfTenant.SUBSCRIBED_SKUS -> 3;
            case Listing.MembersOf _ -> 3;
            case Listing.OfDomain(var _, var part) when part == Listing.OfDomain.Part.NAME_REFERENCES -> 4;
            case Listing.OfTenant _, Listing.OfDomain _, Listing.InMailbox _, Listing.CalendarPermissionsOf _ -> 1;
        };
    }
}
