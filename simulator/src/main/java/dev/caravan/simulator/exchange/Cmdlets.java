package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.AcceptedDomains;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// The cmdlets that a migration tool may run and that only look at the tenant, with the parameters
/// that each of them knows.
final class Cmdlets {

    private static final Set<String> COMMON = Set.of("erroraction", "warningaction", "verbose", "debug");
    private static final TreeMap<String, Definition> ALL = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        define(
                "Get-Mailbox",
                true,
                "Identity Filter ResultSize " + RecipientRows.WITH_DISPLAY_NAMES,
                (change, cmdlet) -> rows(change).whole(cmdlet, Kind.MAILBOXES));
        recipients("Get-MailUser", Kind.MAIL_USERS);
        recipients("Get-MailContact", Kind.MAIL_CONTACTS);
        recipients("Get-MailPublicFolder", Kind.MAIL_PUBLIC_FOLDERS);
        recipients("Get-DistributionGroup", Kind.DISTRIBUTION_GROUPS);
        recipients("Get-DynamicDistributionGroup", Kind.DYNAMIC_DISTRIBUTION_GROUPS);
        recipients("Get-UnifiedGroup", Kind.UNIFIED_GROUPS);
        define(
                "Get-Recipient",
                true,
                "Identity Filter ResultSize IncludeSoftDeletedRecipients",
                (change, cmdlet) -> rows(change).all(cmdlet));
        define(
                "Get-DistributionGroupMember",
                true,
                "Identity ResultSize",
                (change, cmdlet) -> rows(change).members(cmdlet.required("Identity")));
        define(
                "Get-DynamicDistributionGroupMember",
                true,
                "Identity ResultSize",
                (change, cmdlet) -> rows(change).dynamicMembers(cmdlet.required("Identity")));
        define(
                "Get-MailboxStatistics",
                false,
                "Identity",
                (change, cmdlet) -> mailboxes(change).statistics(cmdlet.required("Identity")));
        define(
                "Get-MailboxPermission",
                false,
                "Identity ResultSize",
                (change, cmdlet) -> mailboxes(change).permissions(cmdlet.required("Identity")));
        define(
                "Get-RecipientPermission",
                true,
                "Identity ResultSize",
                (change, cmdlet) -> mailboxes(change).sendAs(cmdlet.text("Identity")));
        define(
                "Get-MailboxFolderStatistics",
                false,
                "Identity FolderScope ResultSize",
                (change, cmdlet) ->
                        mailboxes(change).folders(cmdlet.required("Identity"), cmdlet.required("FolderScope")));
        define(
                "Get-MailboxFolderPermission",
                false,
                "Identity ResultSize",
                (change, cmdlet) -> mailboxes(change).folderPermissions(cmdlet.required("Identity")));
        define(
                "Get-InboxRule",
                false,
                "Mailbox IncludeHidden",
                (change, cmdlet) -> mailboxes(change).inboxRules(cmdlet.required("Mailbox")));
        define(
                "Get-OrganizationConfig",
                false,
                "RetrieveEwsOperationAccessPolicy",
                (change, cmdlet) -> new Organization(change.tenant()).config(cmdlet));
        define(
                "Get-AcceptedDomain",
                false,
                "Identity ResultSize",
                (change, cmdlet) -> identified(change, cmdlet, new AcceptedDomains(change.tenant()).rows()));
        define(
                "Get-User",
                true,
                "Identity Filter ResultSize",
                (change, cmdlet) -> new Users(change.place()).all(cmdlet));
        list("Get-TransportRule", Kind.TRANSPORT_RULES);
        list("Get-InboundConnector", Kind.INBOUND_CONNECTORS);
        list("Get-OutboundConnector", Kind.OUTBOUND_CONNECTORS);
    }

    private Cmdlets() {}

    /// @param limited whether it cuts its answer off unless `ResultSize` says otherwise
    /// @param parameters the names that it knows, in lower case
    /// @param asking whether it asks back unless `Confirm` is false
    record Definition(String name, boolean limited, boolean asking, Set<String> parameters, Body body) {

        static Definition of(String name, boolean limited, boolean asking, String parameters, Body body) {
            return new Definition(
                    name,
                    limited,
                    asking,
                    Set.of(parameters.toLowerCase(Locale.ROOT).split(" ")),
                    body);
        }

        /// Runs it, after its parameters were found known.
        Result run(Change change, Cmdlet cmdlet) {
            cmdlet.parameters().keySet().stream()
                    .filter(parameter -> !parameters.contains(parameter.toLowerCase(Locale.ROOT))
                            && !COMMON.contains(parameter.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw CmdletError.unknownParameter(unknown);
                    });
            if (asking
                    && cmdlet.flag(Cmdlet.CONFIRM)
                            .filter(confirm -> !confirm.asBoolean())
                            .isEmpty()) {
                throw CmdletError.unconfirmed();
            }
            return body.run(change, cmdlet);
        }
    }

    @FunctionalInterface
    interface Body {
        Result run(Change change, Cmdlet cmdlet);
    }

    @FunctionalInterface
    private interface Query {
        List<ObjectNode> rows(Change change, Cmdlet cmdlet);
    }

    static Collection<Definition> all() {
        return List.copyOf(ALL.values());
    }

    private static void define(String name, boolean limited, String parameters, Query query) {
        put(Definition.of(name, limited, false, parameters, (change, cmdlet) -> Result.of(query.rows(change, cmdlet))));
    }

    private static void put(Definition definition) {
        ALL.put(definition.name(), definition);
    }

    private static void recipients(String name, Kind kind) {
        define(
                name,
                true,
                "Identity Filter ResultSize",
                (change, cmdlet) -> rows(change).whole(cmdlet, kind));
    }

    private static void list(String name, Kind kind) {
        define(name, false, "ResultSize", (change, _) -> new Organization(change.tenant()).all(kind));
    }

    /// All, or the one that is named.
    private static List<ObjectNode> identified(Change change, Cmdlet cmdlet, List<ObjectNode> all) {
        Optional<String> identity = cmdlet.text("Identity");
        List<ObjectNode> found = all.stream()
                .filter(row -> identity.isEmpty()
                        || identity.get().equalsIgnoreCase(row.path("Identity").asString("")))
                .toList();
        if (identity.isPresent() && found.isEmpty()) {
            throw CmdletError.notFound(identity.get(), Mailboxes.server(change.tenant()));
        }
        return found;
    }

    private static RecipientRows rows(Change change) {
        return new RecipientRows(change.place());
    }

    private static Mailboxes mailboxes(Change change) {
        return new Mailboxes(change.place());
    }
}
