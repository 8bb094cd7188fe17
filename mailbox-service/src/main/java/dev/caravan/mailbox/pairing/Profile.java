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
public record Profile(Recipient recipient, String type, String name, String mark, String outside, String filter) {

    /// Of people, who sign in and have a licence.
    public static final String USER_MAILBOX = "UserMailbox";
    /// Of nobody: several people work in it.
    public static final String SHARED_MAILBOX = "SharedMailbox";

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

    /// The address by which others know it.
    public Optional<String> address() {
        return outside.isEmpty() ? recipient.addresses().primary() : Optional.of(outside);
    }
}
