package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/// The synchronisation of a directory from one on premises. Once it is switched off, the tenant is still
/// synchronised for a time, and then all its objects are mastered in the cloud.
///
/// Source: Microsoft, turn off directory synchronization.
public final class DirectorySync {

    /// The property of the organisation, of users and of groups.
    public static final String ENABLED = "onPremisesSyncEnabled";

    private static final String OF_RECIPIENTS = "IsDirSynced";
    private static final String SWITCHED_AT = "switchedAt";
    private static final String CLOUD_AT = "cloudAt";
    private static final Duration PAUSE = Duration.ofHours(72);
    private static final List<Kind> IN_DIRECTORY =
            List.of(Kind.USERS, Kind.GROUPS, Kind.DELETED_USERS, Kind.DELETED_GROUPS);

    private DirectorySync() {}

    /// As the organisation shows it: whether it is synchronised; null if it never was, nothing if the world does
    /// not say.
    public static Optional<JsonNode> enabled(Tenant tenant) {
        return state(tenant)
                .map(state -> (JsonNode) BooleanNode.valueOf(
                        state.isTrue(ENABLED) || state.value().has(CLOUD_AT)))
                .or(() -> Optional.of(tenant.description().path(ENABLED)).filter(value -> !value.isMissingNode()));
    }

    /// The instant from which it can be switched on, if that is still to come.
    public static Optional<Instant> closedUntil(Change change) {
        return state(change.tenant())
                .filter(state -> !state.isTrue(ENABLED))
                .flatMap(state -> state.instant(SWITCHED_AT))
                .map(at -> at.plus(PAUSE))
                .filter(until -> until.isAfter(change.instant()));
    }

    /// True between being switched off and being off.
    public static boolean isEnding(Change change) {
        return state(change.tenant())
                .filter(state -> state.value().has(CLOUD_AT))
                .isPresent();
    }

    public static void switchOn(Change change) {
        put(change, row(change, true));
    }

    /// @param time after which it is off
    public static void switchOff(Change change, Duration time) {
        put(change, row(change, false).put(CLOUD_AT, change.instant().plus(time).toString()));
    }

    private static ObjectNode row(Change change, boolean enabled) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", change.tenant().id())
                .put(ENABLED, enabled)
                .put(SWITCHED_AT, change.instant().toString());
    }

    private static void put(Change change, ObjectNode row) {
        state(change.tenant())
                .ifPresentOrElse(
                        state -> change.replace(Kind.ORGANIZATION_STATES, state, row),
                        () -> change.add(Kind.ORGANIZATION_STATES, row));
    }

    private static Optional<JsonLine> state(Tenant tenant) {
        return tenant.all(Kind.ORGANIZATION_STATES).stream().findFirst();
    }

    /// Lets everything happen that is due.
    static void catchUp(Change change, Instant now) {
        state(change.tenant())
                .filter(state ->
                        state.instant(CLOUD_AT).filter(due -> !due.isAfter(now)).isPresent())
                .ifPresent(state -> {
                    ObjectNode value = ((ObjectNode) state.value()).deepCopy();
                    value.remove(CLOUD_AT);
                    change.replace(Kind.ORGANIZATION_STATES, state, value);
                    IN_DIRECTORY.forEach(kind -> release(change, kind, ENABLED));
                    Recipients.KINDS.forEach(kind -> release(change, kind, OF_RECIPIENTS));
                });
    }

    private static void release(Change change, Kind kind, String property) {
        change.tenant().all(kind).stream()
                .filter(object -> object.isTrue(property))
                .forEach(object -> change.replace(
                        kind, object, ((ObjectNode) object.value()).deepCopy().put(property, false)));
    }
}
