package dev.caravan.mailbox.pairing;

import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import java.util.Optional;

/// A recipient with what its target has to be like, or is like.
///
/// @param type what Exchange calls it in detail, such as `SharedMailbox`
/// @param name its name in Exchange, unique in its tenant
/// @param mark whose target it is, or what others wrote there; empty where nothing is
/// @param outside where mail to a contact goes, without its type; empty for all others
/// @param filter whom a dynamic group holds; empty for all others
/// @param isForInsiders whether a group refuses letters of senders outside
public record Profile(
        Recipient recipient,
        String type,
        String name,
        String mark,
        String outside,
        String filter,
        boolean isForInsiders) {

    /// Of people, who sign in and have a licence.
    public static final String USER_MAILBOX = "UserMailbox";
    /// Of nobody: several people work in it.
    public static final String SHARED_MAILBOX = "SharedMailbox";

    /// Of nobody here: a name for an address of another organization.
    public static final String MAIL_CONTACT = "MailContact";

    /// Its id in Exchange.
    public String guid() {
        return recipient.guid();
    }

    public RecipientKind kind() {
        return recipient.kind();
    }

    public String displayName() {
        return recipient.displayName();
    }

    /// Its id in the directory; empty where it has none.
    public String directoryId() {
        return recipient.directoryId().orElse("");
    }

    /// What its target is: a public folder has none of its own kind, but its mail has to arrive somewhere, and whoever
    /// only passes mail on to another organization is a contact there.
    public RecipientKind targetKind() {
        return switch (kind()) {
            case MAIL_PUBLIC_FOLDER -> RecipientKind.MAILBOX;
            case MAIL_USER -> RecipientKind.MAIL_CONTACT;
            case MAILBOX, MAIL_CONTACT, DISTRIBUTION_GROUP, DYNAMIC_DISTRIBUTION_GROUP, UNIFIED_GROUP -> kind();
        };
    }

    /// What Exchange calls its target in detail.
    public String targetType() {
        return switch (kind()) {
            case MAIL_PUBLIC_FOLDER -> SHARED_MAILBOX;
            case MAIL_USER -> MAIL_CONTACT;
            case MAILBOX, MAIL_CONTACT, DISTRIBUTION_GROUP, DYNAMIC_DISTRIBUTION_GROUP, UNIFIED_GROUP -> type;
        };
    }

    /// The address by which others know it.
    public Optional<String> address() {
        return outside.isEmpty() ? recipient.addresses().primary() : Optional.of(outside);
    }
}
