package dev.caravan.inventory.tenant;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of objects that a snapshot holds, by the names that the files of a world have: an export is a world.
public enum Kind {
    TENANT("tenant"),
    DOMAINS("domains"),
    USERS("users"),
    DELETED_USERS("deletedUsers"),
    GROUPS("groups"),
    DELETED_GROUPS("deletedGroups"),
    APPLICATIONS("applications"),
    SUBSCRIBED_SKUS("subscribedSkus"),
    ORGANIZATION_CONFIG("organizationConfig"),
    ACCEPTED_DOMAINS("acceptedDomains"),
    MAILBOXES("mailboxes"),
    MAILBOX_STATISTICS("mailboxStatistics"),
    MAILBOX_PERMISSIONS("mailboxPermissions"),
    MAILBOX_FOLDER_PERMISSIONS("mailboxFolderPermissions"),
    INBOX_RULES("inboxRules"),
    RECIPIENT_PERMISSIONS("recipientPermissions"),
    DISTRIBUTION_GROUPS("distributionGroups"),
    DYNAMIC_DISTRIBUTION_GROUPS("dynamicDistributionGroups"),
    UNIFIED_GROUPS("unifiedGroups"),
    GROUP_MEMBERS("groupMembers"),
    MAIL_CONTACTS("mailContacts"),
    MAIL_USERS("mailUsers"),
    MAIL_PUBLIC_FOLDERS("mailPublicFolders"),
    TRANSPORT_RULES("transportRules"),
    INBOUND_CONNECTORS("inboundConnectors"),
    OUTBOUND_CONNECTORS("outboundConnectors"),
    DKIM_SIGNING_CONFIGS("dkimSigningConfigs");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    public static Optional<Kind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// As files, topics and runbooks write it.
    public String word() {
        return word;
    }
}
