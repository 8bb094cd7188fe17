package dev.caravan.simulator.bittitan;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A cmdlet that is asked for.
///
/// @param ticket as written
/// @param parameters an object
record Call(String cmdlet, String ticket, JsonNode parameters) {

    private static final Set<String> KNOWN = Set.of("id", "cmdlet", "ticket", "parameters");

    /// @throws Refusal if the request is not one for a cmdlet
    static Call of(JsonNode request) {
        for (String property : request.propertyNames()) {
            if (!KNOWN.contains(property)) {
                throw Refusal.invalid("A request has no property " + property + ".");
            }
        }
        String cmdlet = request.path("cmdlet").asString("");
        String ticket = request.path("ticket").asString("");
        JsonNode parameters = request.path("parameters");
        if (cmdlet.isEmpty() || ticket.isEmpty() || !(parameters.isObject() || parameters.isMissingNode())) {
            throw Refusal.invalid("A request has an id and either hello, or cmdlet, ticket and parameters.");
        }
        return new Call(cmdlet, ticket, parameters);
    }
}
