package dev.caravan.simulator.world;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of objects that a world holds, a file each. Other files are kept, but not looked into.
public enum Kind {
    DOMAINS("domains", "graph"),
    /// What is under way with a domain; a file that only a simulator writes.
    DOMAIN_STATES("domains.state", "graph"),
    /// When the synchronisation of the directory was switched; a file that only a simulator writes.
    ORGANIZATION_STATES("organization.state", "graph"),
    USERS("users", "graph"),
    /// What is still to happen to a user; a file that only a simulator writes.
    USER_STATES("users.state", "graph"),
    DELETED_USERS("deletedUsers", "graph"),
    GROUPS("groups", "graph"),
    DELETED_GROUPS("deletedGroups", "graph"),
    APPLICATIONS("applications", "graph"),
    SERVICE_PRINCIPALS("servicePrincipals", "graph"),
    DIRECTORY_ROLES("directoryRoles", "graph"),
    SUBSCRIBED_SKUS("subscribedSkus", "graph"),
    ORGANIZATION_CONFIG("organizationConfig", "exchange"),
    ACCEPTED_DOMAINS("acceptedDomains", "exchange"),
    /// Of what type accepted domains are that no file lists, if not of the usual one; a file that only a simulator
    /// writes.
    ACCEPTED_DOMAIN_STATES("acceptedDomains.state", "exchange"),
    MAILBOXES("mailboxes", "exchange"),
    MAILBOX_STATISTICS("mailboxStatistics", "exchange"),
    MAILBOX_FOLDER_PERMISSIONS("mailboxFolderPermissions", "exchange"),
    MAILBOX_PERMISSIONS("mailboxPermissions", "exchange"),
    RECIPIENT_PERMISSIONS("recipientPermissions", "exchange"),
    DISTRIBUTION_GROUPS("distributionGroups", "exchange"),
    DYNAMIC_DISTRIBUTION_GROUPS("dynamicDistributionGroups", "exchange"),
    UNIFIED_GROUPS("unifiedGroups", "exchange"),
    GROUP_MEMBERS("groupMembers", "exchange"),
    MAIL_CONTACTS("mailContacts", "exchange"),
    MAIL_USERS("mailUsers", "exchange"),
    MAIL_PUBLIC_FOLDERS("mailPublicFolders", "exchange"),
    INBOX_RULES("inboxRules", "exchange"),
    TRANSPORT_RULES("transportRules", "exchange"),
    INBOUND_CONNECTORS("inboundConnectors", "exchange"),
    OUTBOUND_CONNECTORS("outboundConnectors", "exchange"),
    DKIM_SIGNING_CONFIGS("dkimSigningConfigs", "exchange"),
    /// What signed letters of domains that have left; a file that only a simulator writes.
    DKIM_SIGNING_STATES("dkimSigningConfigs.state", "exchange"),
    /// What was put into mailboxes while the simulation ran, item by item; a file that only a simulator writes.
    MAILBOX_ITEMS("mailboxItems.state", "exchange"),
    /// Mailboxes and groups that can still come back; a file that only a simulator writes.
    RECIPIENT_STATES("recipients.state", "exchange"),
    /// Whom rows mean whose names say it no longer; a file that only a simulator writes.
    REFERENCE_STATES("references.state", "exchange");

    private final String file;
    private final String product;

    Kind(String file, String product) {
        this.file = file;
        this.product = product;
    }

    /// The name of the kind's file, without `.jsonl`; of the one that a tenant has one of, without `.json`.
    public String file() {
        return file;
    }

    /// Where the kind's file lies in the folder of a cloud tenant.
    String path(Side side) {
        return side.folder() + "/" + product + "/" + file + ".jsonl";
    }

    /// The kind that stands in a file of this name.
    public static Optional<Kind> of(String file) {
        return Arrays.stream(values()).filter(kind -> kind.file.equals(file)).findFirst();
    }
}
