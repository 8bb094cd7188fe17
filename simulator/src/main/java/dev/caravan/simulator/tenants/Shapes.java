package dev.caravan.simulator.tenants;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// New objects, in the shapes of the worlds; whatever takes mail has no address yet.
public final class Shapes {

    private static final String LEGACY =
            "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=";
    /// Whether a group takes letters of senders in its own tenant only.
    public static final String INSIDERS_ONLY = "RequireSenderAuthenticationEnabled";

    private static final String ADDRESSES = "EmailAddresses";

    private Shapes() {}

    /// How something new is called.
    ///
    /// @param identity its name in Exchange
    public record Name(String identity, String alias, String displayName) {}

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    public static ObjectNode user(String id, String signInName, Name name) {
        ObjectNode user = JsonMapper.shared()
                .createObjectNode()
                .put("id", id)
                .put("userPrincipalName", signInName)
                .put("displayName", name.displayName())
                .putNull("givenName")
                .putNull("surname")
                .putNull("mail")
                .put("mailNickname", name.alias())
                .put("accountEnabled", false)
                .put("userType", "Member")
                .putNull("usageLocation")
                .putNull("onPremisesSyncEnabled");
        user.putArray("proxyAddresses");
        user.putArray("assignedLicenses");
        user.putArray("otherMails");
        return user;
    }

    /// @param types `Unified` for a Microsoft 365 group
    public static ObjectNode group(String id, Name name, boolean mail, boolean security, List<String> types) {
        ObjectNode group = JsonMapper.shared()
                .createObjectNode()
                .put("id", id)
                .put("displayName", name.displayName())
                .putNull("mail")
                .put("mailEnabled", mail)
                .put("mailNickname", name.alias())
                .put("securityEnabled", security);
        types.forEach(group.putArray("groupTypes")::add);
        group.putArray("proxyAddresses");
        return group.putNull("visibility");
    }

    /// @param type such as `UserMailbox`
    public static ObjectNode mailbox(String directoryId, String signInName, Name name, String type) {
        String guid = newId();
        ObjectNode mailbox = recipient(Optional.of(directoryId), guid, name)
                .put("ExchangeGuid", newId())
                .put("UserPrincipalName", signInName);
        addresses(mailbox)
                .put("LegacyExchangeDN", LEGACY + guid.replace("-", "") + "-" + name.alias())
                .put("RecipientTypeDetails", type)
                .put("IsDirSynced", false)
                .put("EmailAddressPolicyEnabled", false)
                .putNull("ForwardingAddress")
                .putNull("ForwardingSmtpAddress")
                .put("DeliverToMailboxAndForward", false)
                .putArray("GrantSendOnBehalfTo");
        return mailbox.put("HiddenFromAddressListsEnabled", false)
                .put("LitigationHoldEnabled", false)
                .putNull("EwsEnabled")
                .put("MaxSendSize", "35 MB (36,700,160 bytes)")
                .put("MaxReceiveSize", "36 MB (37,748,736 bytes)");
    }

    /// A new group, which refuses letters of senders outside until it is told to take them.
    ///
    /// Source: MicrosoftDocs/office-docs-powershell, `RequireSenderAuthenticationEnabled`.
    ///
    /// @param type such as `MailUniversalDistributionGroup`
    public static ObjectNode mailGroup(String directoryId, Name name, String type) {
        return addresses(recipient(Optional.of(directoryId), newId(), name))
                .put("RecipientTypeDetails", type)
                .put(INSIDERS_ONLY, true)
                .put("IsDirSynced", false);
    }

    /// @param outside where its mail goes
    public static ObjectNode contact(Name name, String outside) {
        ObjectNode contact = recipient(Optional.empty(), newId(), name).put("ExternalEmailAddress", "SMTP:" + outside);
        contact.putArray(ADDRESSES);
        return contact.put("RecipientTypeDetails", "MailContact").put("IsDirSynced", false);
    }

    private static ObjectNode recipient(Optional<String> directoryId, String guid, Name name) {
        ObjectNode recipient = JsonMapper.shared()
                .createObjectNode()
                .put("Identity", name.identity())
                .put("Guid", guid);
        directoryId.ifPresent(id -> recipient.put("ExternalDirectoryObjectId", id));
        return recipient.put("Alias", name.alias()).put("DisplayName", name.displayName());
    }

    private static ObjectNode addresses(ObjectNode recipient) {
        recipient.put("PrimarySmtpAddress", "").putArray(ADDRESSES);
        return recipient;
    }
}
