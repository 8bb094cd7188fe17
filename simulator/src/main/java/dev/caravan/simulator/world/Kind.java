package dev.caravan.simulator.world;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of objects that a world lists, a file each. Other files are kept, but not looked into.
public enum Kind {
    DOMAINS("domains"),
    USERS("users"),
    DELETED_USERS("deletedUsers"),
    GROUPS("groups"),
    DELETED_GROUPS("deletedGroups"),
    APPLICATIONS("applications"),
    SERVICE_PRINCIPALS("servicePrincipals"),
    DIRECTORY_ROLES("directoryRoles"),
    SUBSCRIBED_SKUS("subscribedSkus"),
    ACCEPTED_DOMAINS("acceptedDomains"),
    MAILBOXES("mailboxes"),
    MAILBOX_STATISTICS("mailboxStatistics"),
    MAILBOX_FOLDER_PERMISSIONS("mailboxFolderPermissions"),
    MAILBOX_PERMISSIONS("mailboxPermissions"),
    RECIPIENT_PERMISSIONS("recipientPermissions"),
    DISTRIBUTION_GROUPS("distributionGroups"),
    DYNAMIC_DISTRIBUTION_GROUPS("dynamicDistributionGroups"),
    UNIFIED_GROUPS("unifiedGroups"),
    GROUP_MEMBERS("groupMembers"),
    MAIL_CONTACTS("mailContacts"),
    MAIL_USERS("mailUsers"),
    MAIL_PUBLIC_FOLDERS("mailPublicFolders"),
    INBOX_RULES("inboxRules"),
    TRANSPORT_RULES("transportRules"),
    INBOUND_CONNECTORS("inboundConnectors"),
    OUTBOUND_CONNECTORS("outboundConnectors"),
    DKIM_SIGNING_CONFIGS("dkimSigningConfigs");

    private final String file;

    Kind(String file) {
        this.file = file;
    }

    /// The name of the kind's file, without `.jsonl`.
    public String file() {
        return file;
    }

    static Optional<Kind> of(String file) {
        return Arrays.stream(values()).filter(kind -> kind.file.equals(file)).findFirst();
    }
}
