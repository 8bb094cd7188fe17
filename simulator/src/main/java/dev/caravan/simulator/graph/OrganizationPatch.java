package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.DirectorySync;
import dev.caravan.simulator.unclear.SyncSwitch;
import dev.caravan.simulator.unclear.Unclear;
import tools.jackson.databind.JsonNode;

/// Switches the synchronisation of the directory on or off, where an application may.
record OrganizationPatch(Change change, Unclear unclear) {

    private static final String RESOURCE = "Organization";

    void apply(String id, JsonNode body) {
        if (!change.tenant().id().equalsIgnoreCase(id)) {
            throw GraphError.notFound(id);
        }
        for (String property : body.propertyNames()) {
            if (!property.equals(DirectorySync.ENABLED)) {
                throw GraphError.badRequest("Property '" + property + "' of organizations is not simulated.");
            }
        }
        boolean wanted = Entities.flag(body, DirectorySync.ENABLED, RESOURCE);
        if (unclear.syncSwitch() == SyncSwitch.FORBIDDEN) {
            throw GraphError.forbidden();
        }
        boolean synced = DirectorySync.enabled(change.tenant())
                .filter(enabled -> enabled.asBoolean(false))
                .isPresent();
        if (wanted) {
            switchOn(synced);
        } else if (synced && !DirectorySync.isEnding(change)) {
            DirectorySync.switchOff(change, unclear.syncOffTime());
            change.effect("the directory is no longer synchronised after " + unclear.syncOffTime());
        }
    }

    private void switchOn(boolean synced) {
        DirectorySync.closedUntil(change).ifPresent(until -> {
            throw GraphError.refused(
                    "Directory synchronization was turned off and cannot be turned on before " + until + ".");
        });
        if (!synced) {
            DirectorySync.switchOn(change);
            change.effect("the directory is synchronised");
        }
    }
}
