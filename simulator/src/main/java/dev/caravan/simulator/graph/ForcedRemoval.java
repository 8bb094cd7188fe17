package dev.caravan.simulator.graph;

import dev.caravan.simulator.graph.References.Reference;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.unclear.Force;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Removes a domain and gives whatever refers to it a name in the initial domain instead.
///
/// Source: Microsoft Graph, domain: forceDelete.
record ForcedRemoval(Change change, Later later, Force force) {

    private static final int REFERENCES_MAX = 1000;
    private static final String DISABLING = "disableUserAccounts";
    private static final String ONE_TENANT = "AzureADMyOrg";
    private static final Set<Kind> OF_EXCHANGE = Set.of(
            Kind.DISTRIBUTION_GROUPS, Kind.DYNAMIC_DISTRIBUTION_GROUPS, Kind.MAIL_CONTACTS, Kind.MAIL_PUBLIC_FOLDERS);
    private static final Kind[] OF_DIRECTORY = {
        Kind.USERS, Kind.GROUPS, Kind.APPLICATIONS, Kind.DELETED_USERS, Kind.DELETED_GROUPS
    };

    void remove(String key, JsonNode body) {
        boolean disabling = disabling(body);
        requireAllowed();
        JsonLine domain = DomainRemoval.removable(change, key, force);
        if (domain.is("authenticationType", Domains.FEDERATED)) {
            throw GraphError.refused("The domain " + key + " is federated and cannot be removed by force.");
        }
        References references = new References(change.tenant(), Domains.name(domain));
        require(references);
        Renaming renaming =
                new Renaming(change, Domains.name(domain), change.tenant().initialDomain(), disabling);
        references.all().forEach(renaming::rename);
        renaming.requireNothingTwice();
        later.release(change, domain);
    }

    private void requireAllowed() {
        switch (force) {
            case ALLOWED, PURCHASED -> {
                // What was bought stays whichever way.
            }
            case PARTNER -> throw GraphError.refused("A partner cannot remove domains of the tenant by force.");
        }
    }

    /// Accounts are disabled unless the request says otherwise.
    private static boolean disabling(JsonNode body) {
        body.propertyNames().stream()
                .filter(property -> !property.equals(DISABLING))
                .findFirst()
                .ifPresent(unknown -> {
                    throw GraphError.badRequest("The parameter '" + unknown + "' of forceDelete does not exist.");
                });
        JsonNode value = body.path(DISABLING);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw GraphError.badRequest("The parameter '" + DISABLING + "' must be true or false.");
        }
        return value.asBoolean(true);
    }

    private static void require(References references) {
        List<Reference> inDirectory = references.of(OF_DIRECTORY);
        if (inDirectory.size() > REFERENCES_MAX) {
            throw GraphError.refused("The domain is referred to by more than " + REFERENCES_MAX + " objects.");
        }
        if (inDirectory.stream().anyMatch(ForcedRemoval::isMultiTenant)) {
            throw GraphError.refused("A multi-tenant application refers to the domain.");
        }
        if (references.all().stream().anyMatch(ForcedRemoval::isExchangeMastered)) {
            throw GraphError.refused(
                    "Objects that Exchange provisions refer to the domain; update or remove them first.");
        }
    }

    private static boolean isMultiTenant(Reference reference) {
        return reference.kind() == Kind.APPLICATIONS
                && !reference.object().text("signInAudience").orElse(ONE_TENANT).equals(ONE_TENANT);
    }

    /// Distribution and mail-enabled security groups, and whatever the directory does not know.
    private static boolean isExchangeMastered(Reference reference) {
        boolean listInDirectory = reference.kind() == Kind.GROUPS
                && reference.object().isTrue("mailEnabled")
                && !reference.object().texts("groupTypes").contains("Unified");
        return listInDirectory || OF_EXCHANGE.contains(reference.kind());
    }
}
