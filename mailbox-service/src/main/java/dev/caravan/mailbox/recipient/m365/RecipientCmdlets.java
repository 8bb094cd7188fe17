package dev.caravan.mailbox.recipient.m365;

import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.recipient.Readdressing;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is said to Exchange about recipients, and how its answers are read.
final class RecipientCmdlets {

    private static final String ADDRESSES = "EmailAddresses";
    static final String DIRECTORY_ID = "ExternalDirectoryObjectId";
    private static final String TYPE = "RecipientTypeDetails";
    private static final String[] PROPERTIES = {"Guid", DIRECTORY_ID, "DisplayName", "Alias", ADDRESSES, TYPE};

    private RecipientCmdlets() {}

    /// Of whom, a filter says.
    static Cmdlet reading() {
        return Cmdlet.of("Get-Recipient").selecting(PROPERTIES);
    }

    /// Asks who has an address, also of those who were deleted and can come back.
    static Cmdlet readingHolder(String address) {
        return Cmdlet.on("Get-Recipient", new Identity(address))
                .with("IncludeSoftDeletedRecipients", true)
                .selecting("Guid", DIRECTORY_ID);
    }

    /// Only what comes and goes is named, so that an address that somebody adds at the same moment stays.
    static Cmdlet changing(Readdressing readdressing) {
        var change = readdressing.change();
        var before = new AddressList(change.before());
        var after = new AddressList(change.after());
        return Cmdlet.on(setting(readdressing.kind()), new Identity(change.id()))
                .changing(ADDRESSES, after.addedTo(before), before.without(after));
    }

    static String getting(RecipientKind kind) {
        return "Get-" + noun(kind);
    }

    static String setting(RecipientKind kind) {
        return "Set-" + noun(kind);
    }

    private static String noun(RecipientKind kind) {
        return switch (kind) {
            case MAILBOX -> "Mailbox";
            case MAIL_USER -> "MailUser";
            case MAIL_CONTACT -> "MailContact";
            case MAIL_PUBLIC_FOLDER -> "MailPublicFolder";
            case DISTRIBUTION_GROUP -> "DistributionGroup";
            case DYNAMIC_DISTRIBUTION_GROUP -> "DynamicDistributionGroup";
            case UNIFIED_GROUP -> "UnifiedGroup";
        };
    }

    /// Empty for a type that nobody here knows.
    static Optional<Recipient> recipient(ObjectNode object) {
        return kind(object.path(TYPE).asString(""))
                .map(kind -> new Recipient(
                        object.path("Guid").asString(),
                        kind,
                        directoryId(object),
                        object.path("DisplayName").asString(""),
                        object.path("Alias").asString(""),
                        new AddressList(object.path(ADDRESSES)
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())));
    }

    static Optional<String> directoryId(ObjectNode object) {
        return object.path(DIRECTORY_ID).stringValueOpt().filter(id -> !id.isBlank());
    }

    /// `RecipientTypeDetails` says it more exactly than we need: all kinds of mailboxes end in that word, and only that
    /// of
    /// a Microsoft 365 group is none.
    private static Optional<RecipientKind> kind(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "GroupMailbox" -> RecipientKind.UNIFIED_GROUP;
                    case "MailUser", "GuestMailUser" -> RecipientKind.MAIL_USER;
                    case "MailContact", "MailForestContact" -> RecipientKind.MAIL_CONTACT;
                    case "PublicFolder" -> RecipientKind.MAIL_PUBLIC_FOLDER;
                    case "MailUniversalDistributionGroup",
                            "MailUniversalSecurityGroup",
                            "MailNonUniversalGroup",
                            "RoomList" -> RecipientKind.DISTRIBUTION_GROUP;
                    case "DynamicDistributionGroup" -> RecipientKind.DYNAMIC_DISTRIBUTION_GROUP;
                    default -> type.endsWith("Mailbox") ? RecipientKind.MAILBOX : null;
                });
    }
}
