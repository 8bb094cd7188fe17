package dev.caravan.mailbox.address;

import java.util.Arrays;
import java.util.Optional;

/// What takes mail in Exchange. Each kind is changed by a cmdlet of its own.
public enum RecipientKind {
    MAILBOX("mailbox"),
    MAIL_USER("mailUser"),
    MAIL_CONTACT("mailContact"),
    MAIL_PUBLIC_FOLDER("mailPublicFolder"),
    DISTRIBUTION_GROUP("distributionGroup"),
    DYNAMIC_DISTRIBUTION_GROUP("dynamicDistributionGroup"),
    /// A Microsoft 365 group.
    UNIFIED_GROUP("unifiedGroup");

    private final String word;

    RecipientKind(String word) {
        this.word = word;
    }

    /// As plans, ledger and dump know it.
    public String word() {
        return word;
    }

    /// The kind of that word.
    public static Optional<RecipientKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// Whether it may be nothing but a name for an address of another organization.
    boolean isOfOthers() {
        return this == MAIL_CONTACT || this == MAIL_USER;
    }
}
