package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.mailbox.pairing.Profile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of Exchange about recipients that are to have a target or to be one.
final class Profiles {

    static final String MARK = "CustomAttribute15";

    private static final String OUTSIDE = "ExternalEmailAddress";
    private static final String FILTER = "RecipientFilter";
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

    /// Of which dynamic groups, a filter says.
    static Cmdlet readingFilter() {
        return Cmdlet.of("Get-DynamicDistributionGroup").selecting("Guid", FILTER);
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

    /// @param filter of a dynamic group
    static Outcome<Profile> profile(ObjectNode object, String filter) {
        return RecipientCmdlets.recipient(object)
                .map(recipient -> Outcome.done(new Profile(
                        recipient,
                        text(object, "RecipientTypeDetails"),
                        text(object, "Name").isEmpty() ? text(object, "Identity") : text(object, "Name"),
                        text(object, MARK),
                        withoutType(text(object, OUTSIDE)),
                        filter)))
                .orElseGet(() -> Outcome.failedForGood(
                        "unknown-recipient-type", "a type of recipients that is not known: " + object));
    }

    static String filter(ObjectNode group) {
        return text(group, FILTER);
    }

    private static String withoutType(String address) {
        return address.substring(address.indexOf(':') + 1);
    }

    private static String text(JsonNode object, String property) {
        return object.path(property).stringValueOpt().orElse("");
    }
}
