package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Profile;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of Exchange about recipients that are to have a target or to be one.
final class Profiles {

    static final String MARK = "CustomAttribute15";

    private static final String OUTSIDE = "ExternalEmailAddress";
    private static final String FILTER = "RecipientFilter";
    /// New groups refuse letters of senders outside.
    static final String INSIDERS_ONLY = "RequireSenderAuthenticationEnabled";
    private static final String[] PROPERTIES = {
        "Guid",
        "ExternalDirectoryObjectId",
        "Identity",
        "Name",
        "DisplayName",
        "Alias",
        "EmailAddresses",
        "RecipientTypeDetails",
        OUTSIDE,
        MARK
    };

    private Profiles() {}

    static Cmdlet reading(String id) {
        return Cmdlet.on("Get-Recipient", new Identity(id)).selecting(PROPERTIES);
    }

    /// Of whom, a filter says.
    static Cmdlet reading() {
        return Cmdlet.of("Get-Recipient").selecting(PROPERTIES);
    }

    /// What only the groups of that kind say; of which, a filter says.
    static Cmdlet reading(RecipientKind groups) {
        return groups == RecipientKind.DYNAMIC_DISTRIBUTION_GROUP
                ? Cmdlet.of(RecipientCmdlets.getting(groups)).selecting("Guid", INSIDERS_ONLY, FILTER)
                : Cmdlet.of(RecipientCmdlets.getting(groups)).selecting("Guid", INSIDERS_ONLY);
    }

    /// Contacts of that address.
    static Cmdlet readingContacts(String outside) {
        return finding(is("RecipientTypeDetails", "MailContact") + " -and " + is(OUTSIDE, "SMTP:" + outside));
    }

    /// Everybody who is called so.
    static Cmdlet readingNamesakes(String displayName) {
        return finding(is("DisplayName", displayName));
    }

    private static Cmdlet finding(String filter) {
        return Cmdlet.of("Get-Recipient").with("Filter", filter).selecting(PROPERTIES);
    }

    private static String is(String property, String value) {
        return "(%s -eq '%s')".formatted(property, value.replace("'", "''"));
    }

    /// @param group what a group of its kind says beside that; empty for all others
    static Outcome<Profile> profile(ObjectNode object, Optional<ObjectNode> group) {
        return RecipientCmdlets.recipient(object)
                .map(recipient -> Outcome.done(new Profile(
                        recipient,
                        text(object, "RecipientTypeDetails"),
                        text(object, "Name").isEmpty() ? text(object, "Identity") : text(object, "Name"),
                        text(object, MARK),
                        withoutType(text(object, OUTSIDE)),
                        group.map(it -> text(it, FILTER)).orElse(""),
                        group.filter(it -> it.path(INSIDERS_ONLY).asBoolean(false))
                                .isPresent())))
                .orElseGet(() -> Outcome.failedForGood(
                        "unknown-recipient-type", "a type of recipients that is not known: " + object));
    }

    private static String withoutType(String address) {
        return address.substring(address.indexOf(':') + 1);
    }

    private static String text(JsonNode object, String property) {
        return object.path(property).stringValueOpt().orElse("");
    }
}
