package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Departure;
import dev.caravan.simulator.tenants.MailboxLife;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Brings back what was deleted, within thirty days and under the names that it had.
record Restoration(Change change) {

    private static final Duration TIME = Duration.ofDays(30);
    private static final String RECONCILING = "autoReconcileProxyConflict";

    GraphAnswer restore(GraphRequest request) {
        String id = request.path().get(2);
        boolean reconciling = reconciling(request.body());
        Entities entities = new Entities(change);
        Optional<JsonLine> user = entities.find(Kind.DELETED_USERS, id).filter(this::isInTime);
        if (user.isPresent()) {
            user(user.get(), reconciling);
            return Entities.answer(
                    200,
                    request,
                    "directoryObjects",
                    EntityType.USER,
                    Directory.typed(entities.user(id).value(), EntityType.USER));
        }
        JsonLine group = entities.find(Kind.DELETED_GROUPS, id)
                .filter(this::isInTime)
                .orElseThrow(() -> GraphError.notFound(id));
        new Departure(change).back(group, Kind.DELETED_GROUPS, addresses(group, reconciling));
        return Entities.answer(
                200,
                request,
                "directoryObjects",
                EntityType.GROUP,
                Directory.typed(entities.group(id).value(), EntityType.GROUP));
    }

    private static boolean reconciling(JsonNode body) {
        for (String property : body.propertyNames()) {
            if (!property.equals(RECONCILING)) {
                throw GraphError.badRequest("The parameter '" + property + "' of restore is not simulated.");
            }
        }
        return body.path(RECONCILING).asBoolean(false);
    }

    private boolean isInTime(JsonLine deleted) {
        Instant at = deleted.instant("deletedDateTime").orElse(change.instant());
        return at.plus(TIME).isAfter(change.instant());
    }

    private void user(JsonLine user, boolean reconciling) {
        String id = user.text("id").orElse("");
        new SignInName(user.text("userPrincipalName").orElse("")).require(change, id);
        Licensing licensing = new Licensing(change);
        licensing.requireUnits(user);
        new Departure(change).back(user, Kind.DELETED_USERS, addresses(user, reconciling));
        if (licensing.hasMailbox(user)) {
            new MailboxLife(change).give(id);
        }
    }

    /// What others have meanwhile is refused, or left out if the caller wants that.
    private ProxyAddresses addresses(JsonLine deleted, boolean reconciling) {
        String id = deleted.text("id").orElse("");
        ProxyAddresses addresses = new ProxyAddresses(deleted.texts("proxyAddresses"));
        if (!reconciling) {
            UserCreation.requireFree(change, id, addresses);
            return addresses;
        }
        return new ProxyAddresses(addresses.entries().stream()
                .filter(entry -> UserCreation.free(change, id, new ProxyAddresses(List.of(entry))))
                .toList());
    }
}
