package dev.caravan.simulator.generator;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The files that both sides of a world have.
final class TenantFiles {

    private static final String MIGRATION_TOOL = "00000000-1111-2222-3333-444444444444";
    private static final List<String> SERVICES = List.of("Email", "OfficeCommunicationsOnline");

    private final Organisation organisation;
    private final Lines lines;
    private final Draw draw;
    private final String graph;
    private final String exchange;

    TenantFiles(Organisation organisation, Lines lines, Draw draw) {
        this.organisation = organisation;
        this.lines = lines;
        this.draw = draw;
        this.graph = organisation.side().folder() + "/graph/";
        this.exchange = organisation.side().folder() + "/exchange/";
    }

    void graph(String kind, ObjectNode object) {
        lines.add(graph + kind, object);
    }

    void exchange(String kind, ObjectNode object) {
        lines.add(exchange + kind, object);
    }

    /// The tenant itself and its domains.
    void tenant() {
        lines.document(
                organisation.side().folder() + "/tenant.json",
                Lines.object(
                        "id", organisation.id(),
                        "displayName", organisation.displayName(),
                        "countryLetterCode", organisation.country(),
                        "onPremisesSyncEnabled", null,
                        "initialDomain", organisation.initialDomain(),
                        "timeZone", organisation.timeZone(),
                        "mailHostPattern", organisation.mailHostPattern()));
        lines.document(
                exchange + "organizationConfig.json",
                Lines.object(
                        "Name",
                        organisation.initialDomain(),
                        "EwsEnabled",
                        true,
                        "EwsAllowedAppIDs",
                        List.of(MIGRATION_TOOL),
                        "IsDehydrated",
                        false));
        domain(organisation.initialDomain());
        organisation.domains().forEach(this::domain);
        graph(
                "directoryRoles",
                Lines.object(
                        "id", draw.guid(),
                        "displayName", "Global Administrator",
                        "roleTemplateId", "62e90394-69f5-4237-9190-012177145e10"));
        graph(
                "servicePrincipals",
                Lines.object(
                        "id",
                        draw.guid(),
                        "appId",
                        MIGRATION_TOOL,
                        "displayName",
                        "Migration tool",
                        "servicePrincipalType",
                        "Application",
                        "accountEnabled",
                        true));
    }

    private void domain(String domain) {
        boolean initial = domain.equals(organisation.initialDomain());
        boolean isDefault = domain.equals(organisation.defaultDomain());
        boolean root = organisation.domains().stream().noneMatch(other -> domain.endsWith("." + other));
        graph(
                "domains",
                Lines.object(
                        "id", domain,
                        "isInitial", initial,
                        "isDefault", isDefault,
                        "isVerified", true,
                        "isRoot", root,
                        "isAdminManaged", true,
                        "authenticationType", "Managed",
                        "supportedServices", SERVICES));
        exchange(
                "acceptedDomains",
                Lines.object(
                        "Identity", domain,
                        "DomainName", domain,
                        "DomainType", organisation.relays().contains(domain) ? "InternalRelay" : "Authoritative",
                        "Default", isDefault,
                        "MatchSubDomains", false));
        if (!initial) {
            dkim(domain);
        }
    }

    private void dkim(String domain) {
        String tail = domain.replace('.', '-') + "._domainkey." + organisation.initialDomain();
        exchange(
                "dkimSigningConfigs",
                Lines.object(
                        "Identity",
                        domain,
                        "Domain",
                        domain,
                        "Enabled",
                        true,
                        "Selector1CNAME",
                        "selector1-" + tail,
                        "Selector2CNAME",
                        "selector2-" + tail));
    }

    /// Licences for people.
    ///
    /// @param used by those who are there
    /// @param spare for those who come
    void licences(int used, int spare) {
        List<ObjectNode> plans = new ArrayList<>();
        for (String plan : List.of("EXCHANGE_S_ENTERPRISE", "TEAMS1", "SHAREPOINTENTERPRISE")) {
            plans.add(Lines.object(
                    "servicePlanId",
                    draw.guid(),
                    "servicePlanName",
                    plan,
                    "provisioningStatus",
                    "Success",
                    "appliesTo",
                    "User"));
        }
        graph(
                "subscribedSkus",
                Lines.object(
                        "id",
                        organisation.id() + "_" + organisation.skuId(),
                        "skuId",
                        organisation.skuId(),
                        "skuPartNumber",
                        "ENTERPRISEPACK",
                        "capabilityStatus",
                        "Enabled",
                        "consumedUnits",
                        used,
                        "prepaidUnits",
                        Lines.object("enabled", used + spare, "suspended", 0, "warning", 0),
                        "servicePlans",
                        plans));
    }

    /// Users, mailboxes, their statistics and the rights on their calendars.
    void mailboxes(List<Mailbox> mailboxes) {
        for (Mailbox mailbox : mailboxes) {
            graph("users", mailbox.user(organisation));
            exchange("mailboxes", mailbox.mailbox());
            exchange("mailboxStatistics", mailbox.statistics(draw));
            exchange("mailboxFolderPermissions", mailbox.calendarPermission("Default", "AvailabilityOnly"));
            exchange("mailboxFolderPermissions", mailbox.calendarPermission("Anonymous", "None"));
        }
    }
}
