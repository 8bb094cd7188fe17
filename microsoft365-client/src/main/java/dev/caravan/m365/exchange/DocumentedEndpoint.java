package dev.caravan.m365.exchange;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An endpoint of the Exchange Online Admin API v2.0, with what is documented of it: the cmdlets
/// that it takes, their parameters, and the properties that it shows of what they put out.
enum DocumentedEndpoint {
    ORGANIZATION_CONFIG(
            "OrganizationConfig",
            DocumentedEndpoint.VIEW_ONLY,
            Use.reading(
                    "Get-OrganizationConfig",
                    "",
                    "",
                    "Name MailTipsAllTipsEnabled MailTipsExternalRecipientsTipsEnabled MailTipsLargeAudienceThreshold")),
    ACCEPTED_DOMAIN(
            "AcceptedDomain",
            DocumentedEndpoint.VIEW_ONLY,
            Use.reading(
                    "Get-AcceptedDomain",
                    "",
                    "Identity ResultSize",
                    "Name DomainName DomainType Default AdminDisplayName")),
    MAILBOX(
            "Mailbox",
            DocumentedEndpoint.RECIPIENTS,
            Use.reading(
                    "Get-Mailbox",
                    "",
                    "Identity ResultSize IncludeGrantSendOnBehalfToWithDisplayNames",
                    "Identity Guid ExternalDirectoryObjectId Name DisplayName UserPrincipalName Alias RecipientType"
                            + " RecipientTypeDetails EmailAddresses PrimarySmtpAddress MaxSendSize GrantSendOnBehalfTo"
                            + " GrantSendOnBehalfToWithDisplayNames"),
            Use.changing("Set-Mailbox", "Identity GrantSendOnBehalfTo", "")),
    MAILBOX_FOLDER_PERMISSION(
            "MailboxFolderPermission",
            DocumentedEndpoint.RECIPIENTS,
            Use.reading(
                    "Get-MailboxFolderPermission",
                    "Identity",
                    "ResultSize",
                    "Identity FolderName User AccessRights SharingPermissionFlags"),
            Use.changing("Add-MailboxFolderPermission", "Identity User AccessRights", "SharingPermissionFlags"),
            Use.changing("Set-MailboxFolderPermission", "Identity User AccessRights", "SharingPermissionFlags"),
            Use.changing("Remove-MailboxFolderPermission", "Identity User", "")),
    DISTRIBUTION_GROUP_MEMBER(
            "DistributionGroupMember",
            DocumentedEndpoint.RECIPIENTS,
            Use.reading("Get-DistributionGroupMember", "Identity", "ResultSize", DocumentedEndpoint.MEMBER)),
    DYNAMIC_DISTRIBUTION_GROUP_MEMBER(
            "DynamicDistributionGroupMember",
            DocumentedEndpoint.RECIPIENTS,
            Use.reading("Get-DynamicDistributionGroupMember", "Identity", "ResultSize", DocumentedEndpoint.MEMBER));

    private static final String VIEW_ONLY = "View-Only Organization Management";
    private static final String RECIPIENTS = "Recipient Management";
    private static final String MEMBER = "Identity Guid ExternalDirectoryObjectId Name DisplayName Alias"
            + " PrimarySmtpAddress RecipientType RecipientTypeDetails HiddenFromAddressListsEnabled FirstName LastName";

    private final String word;
    private final String roleGroup;
    private final List<Use> uses;

    DocumentedEndpoint(String word, String roleGroup, Use... uses) {
        this.word = word;
        this.roleGroup = roleGroup;
        this.uses = List.of(uses);
    }

    /// The endpoint that a cmdlet can go by: one that takes it with everything that is said in
    /// it, and shows everything that is wanted of it. Whoever wants all properties would get
    /// fewer and not know it, so such a cmdlet goes by none, and neither does one that empties
    /// something: nothing is said of `null`.
    static Optional<DocumentedEndpoint> covering(Cmdlet cmdlet) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.uses.stream().anyMatch(use -> use.covers(cmdlet)))
                .findFirst();
    }

    /// A role group that lets an application use it.
    String roleGroup() {
        return roleGroup;
    }

    /// As its address has it.
    @Override
    public String toString() {
        return word;
    }

    /// @param required without which it is an error
    /// @param known with which it is none
    /// @param shown properties of its output
    private record Use(String cmdlet, Set<String> required, Set<String> known, Set<String> shown) {

        static Use reading(String cmdlet, String required, String optional, String shown) {
            return new Use(cmdlet, words(required), words(required + " " + optional), words(shown));
        }

        static Use changing(String cmdlet, String required, String optional) {
            return reading(cmdlet, required, optional, "");
        }

        boolean covers(Cmdlet asked) {
            return asked.name().equals(cmdlet) && takes(asked) && shows(asked);
        }

        private boolean takes(Cmdlet asked) {
            var said = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            asked.parameters().entrySet().stream()
                    .filter(parameter -> !isUnasked(parameter))
                    .map(Map.Entry::getKey)
                    .forEach(said::add);
            return said.containsAll(required)
                    && known.containsAll(said)
                    && asked.parameters().values().stream().noneMatch(Parameter.Cleared.class::isInstance);
        }

        /// Nobody is asked back there, so that it need not be said.
        private static boolean isUnasked(Map.Entry<String, Parameter> parameter) {
            return parameter.getKey().equals(CmdletInput.CONFIRM)
                    && parameter.getValue().equals(new Parameter.Flag(false));
        }

        private boolean shows(Cmdlet asked) {
            return asked.isRead() != asked.select().isEmpty() && shown.containsAll(asked.select());
        }

        private static Set<String> words(String written) {
            var words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            Arrays.stream(written.split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
            return Collections.unmodifiableSet(words);
        }
    }
}
