package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// An endpoint of the Admin API v2.0: the cmdlets that it takes, their parameters, and what of
/// their output it shows. Nothing asks back here.
///
/// Source: Microsoft's pages on the Exchange Online Admin API. Which properties are shown is what
/// clients of theirs found there.
enum Endpoint {
    ORGANIZATION_CONFIG(
            "OrganizationConfig",
            new Use(
                    "Get-OrganizationConfig",
                    "",
                    "",
                    "Name MailTipsAllTipsEnabled MailTipsExternalRecipientsTipsEnabled MailTipsLargeAudienceThreshold")),
    ACCEPTED_DOMAIN(
            "AcceptedDomain",
            new Use(
                    "Get-AcceptedDomain",
                    "",
                    "Identity ResultSize",
                    "Name DomainName DomainType Default AdminDisplayName")),
    MAILBOX(
            "Mailbox",
            new Use(
                    "Get-Mailbox",
                    "",
                    "Identity ResultSize IncludeGrantSendOnBehalfToWithDisplayNames",
                    "Identity Guid ExternalDirectoryObjectId Name DisplayName UserPrincipalName Alias RecipientType"
                            + " RecipientTypeDetails EmailAddresses PrimarySmtpAddress MaxSendSize GrantSendOnBehalfTo"
                            + " GrantSendOnBehalfToWithDisplayNames"),
            new Use("Set-Mailbox", "Identity GrantSendOnBehalfTo", "", "")),
    MAILBOX_FOLDER_PERMISSION(
            "MailboxFolderPermission",
            new Use(
                    "Get-MailboxFolderPermission",
                    "Identity",
                    "ResultSize",
                    "Identity FolderName User AccessRights SharingPermissionFlags"),
            new Use("Add-MailboxFolderPermission", "Identity User AccessRights", "SharingPermissionFlags", ""),
            new Use("Set-MailboxFolderPermission", "Identity User AccessRights", "SharingPermissionFlags", ""),
            new Use("Remove-MailboxFolderPermission", "Identity User", "", "")),
    DISTRIBUTION_GROUP_MEMBER(
            "DistributionGroupMember",
            new Use("Get-DistributionGroupMember", "Identity", "ResultSize", Endpoint.OF_MEMBERS)),
    DYNAMIC_DISTRIBUTION_GROUP_MEMBER(
            "DynamicDistributionGroupMember",
            new Use("Get-DynamicDistributionGroupMember", "Identity", "ResultSize", Endpoint.OF_MEMBERS));

    private static final String OF_MEMBERS = "Identity Guid ExternalDirectoryObjectId Name DisplayName Alias"
            + " PrimarySmtpAddress RecipientType RecipientTypeDetails HiddenFromAddressListsEnabled FirstName LastName";

    private final String word;
    private final List<Use> uses;

    Endpoint(String word, Use... uses) {
        this.word = word;
        this.uses = List.of(uses);
    }

    /// The endpoint of that address.
    static Optional<Endpoint> called(String word) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.word.equals(word))
                .findFirst();
    }

    Exchange.Answer run(Asked asked, Repertoire repertoire, Change change, Cmdlet cmdlet) {
        try {
            return new Exchange.Answer.Rows(page(asked, repertoire, change, cmdlet));
        } catch (CmdletError error) {
            change.discard();
            return new Exchange.Answer.Failed(repertoire.worded(error));
        }
    }

    private ObjectNode page(Asked asked, Repertoire repertoire, Change change, Cmdlet cmdlet) {
        Use use = uses.stream()
                .filter(one -> one.cmdlet().equalsIgnoreCase(cmdlet.name()))
                .findFirst()
                .orElseThrow(() -> CmdletError.notAtEndpoint(cmdlet.name(), word));
        use.check(cmdlet);
        Cmdlets.Definition definition = repertoire.find(use.cmdlet()).orElseThrow();
        Result result = definition.run(change, definition.asking() ? cmdlet.confirmed() : cmdlet);
        List<ObjectNode> rows = new Rows(asked.select()).of(new Rows(use.shown()).of(result.rows()));
        int size = Math.min(Exchange.PAGE_SIZE_MAX, cmdlet.resultSize().orElse(Exchange.PAGE_SIZE_MAX));
        return asked.page(
                "https://outlook.office.com/adminapi/v2.0/" + change.tenant().id(),
                result.warnings(change, cmdlet),
                rows,
                size);
    }

    /// @param required without which it is an error
    /// @param optional with which it is none
    /// @param properties that are shown
    private record Use(String cmdlet, String required, String optional, String properties) {

        void check(Cmdlet said) {
            Set<String> known = words(required + " " + optional);
            said.parameters().keySet().stream()
                    .filter(parameter -> !known.contains(parameter))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw CmdletError.unknownParameter(unknown);
                    });
            words(required).stream()
                    .filter(parameter -> !said.has(parameter))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw CmdletError.missingParameter(missing);
                    });
        }

        Optional<String> shown() {
            return Optional.of(properties.replace(' ', ','));
        }

        private static Set<String> words(String written) {
            return Arrays.stream(written.split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        }
    }
}
