package dev.caravan.simulator.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A mailbox in the making, with the user that it belongs to.
final class Mailbox {

    private static final String DN =
            "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=";

    final PersonName name;
    final String type;
    final String alias;
    final String primary;
    final String guid;
    final String userId;
    final List<String> addresses = new ArrayList<>();
    final List<String> sendOnBehalf = new ArrayList<>();

    @Nullable
    String forwardingAddress;

    boolean germanCalendar;
    boolean large;

    private final String exchangeGuid;

    Mailbox(PersonName name, String type, String alias, String primary, Draw draw) {
        this.name = name;
        this.type = type;
        this.alias = alias;
        this.primary = primary;
        this.userId = draw.guid();
        this.guid = draw.guid();
        this.exchangeGuid = draw.guid();
        addresses.add("SMTP:" + primary);
    }

    boolean person() {
        return type.equals("UserMailbox");
    }

    String calendar() {
        return germanCalendar ? "Kalender" : "Calendar";
    }

    ObjectNode user(Organisation organisation) {
        List<ObjectNode> licences =
                person() ? List.of(Lines.object("skuId", organisation.skuId(), "disabledPlans", List.of())) : List.of();
        return Lines.object(
                "id",
                userId,
                "userPrincipalName",
                primary,
                "displayName",
                name.display().strip(),
                "givenName",
                name.given(),
                "surname",
                name.surname(),
                "mail",
                primary,
                "mailNickname",
                alias,
                "accountEnabled",
                person(),
                "userType",
                "Member",
                "usageLocation",
                organisation.country(),
                "onPremisesSyncEnabled",
                null,
                "proxyAddresses",
                addresses,
                "assignedLicenses",
                licences,
                "otherMails",
                List.of());
    }

    ObjectNode mailbox() {
        return Lines.object(
                "Identity",
                alias,
                "Guid",
                guid,
                "ExchangeGuid",
                exchangeGuid,
                "ExternalDirectoryObjectId",
                userId,
                "Alias",
                alias,
                "DisplayName",
                name.display().strip(),
                "UserPrincipalName",
                primary,
                "PrimarySmtpAddress",
                primary,
                "EmailAddresses",
                addresses,
                "LegacyExchangeDN",
                DN + guid.replace("-", "") + "-" + alias,
                "RecipientTypeDetails",
                type,
                "IsDirSynced",
                false,
                "EmailAddressPolicyEnabled",
                false,
                "ForwardingAddress",
                forwardingAddress,
                "ForwardingSmtpAddress",
                null,
                "DeliverToMailboxAndForward",
                forwardingAddress != null,
                "GrantSendOnBehalfTo",
                sendOnBehalf,
                "HiddenFromAddressListsEnabled",
                false,
                "LitigationHoldEnabled",
                false,
                "EwsEnabled",
                null,
                "MaxSendSize",
                "35 MB (36,700,160 bytes)",
                "MaxReceiveSize",
                "36 MB (37,748,736 bytes)");
    }

    ObjectNode statistics(Draw draw) {
        long bytes = large
                ? draw.between(51L << 30, 99L << 30)
                : draw.between(1L << 20, draw.oneIn(20) ? 49L << 30 : 9L << 30);
        double gigabytes = (double) bytes / (1L << 30);
        return Lines.object(
                "Identity",
                guid,
                "ItemCount",
                20 + bytes / 119_000,
                "TotalItemSize",
                String.format(Locale.ROOT, "%.2f GB (%,d bytes)", gigabytes, bytes));
    }

    ObjectNode calendarPermission(String user, String right) {
        return Lines.object(
                "Identity",
                alias + ":\\" + calendar(),
                "FolderName",
                calendar(),
                "User",
                user,
                "AccessRights",
                List.of(right));
    }
}
