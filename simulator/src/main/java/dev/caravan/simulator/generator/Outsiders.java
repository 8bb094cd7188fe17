package dev.caravan.simulator.generator;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Those in a tenant's directory who are not among its staff.
final class Outsiders {

    private static final String DELETED = "2026-11-18T08:00:00Z";

    private final Organisation organisation;
    private final Draw draw;
    private final TenantFiles files;

    Outsiders(Organisation organisation, Draw draw, TenantFiles files) {
        this.organisation = organisation;
        this.draw = draw;
        this.files = files;
    }

    void unlicensed(int number) {
        String nick = "former" + number;
        String mail = nick + "@" + organisation.defaultDomain();
        String initial = nick + "@" + organisation.initialDomain();
        files.graph(
                "users",
                user(
                        draw.guid(),
                        initial,
                        "Former " + number,
                        mail,
                        nick,
                        "Member",
                        List.of("SMTP:" + mail, "smtp:" + initial)));
    }

    void guest(int number) {
        String mail = "guest" + number + "@partner.example";
        String nick = "guest" + number + "_partner.example#EXT#";
        files.graph(
                "users",
                user(
                        draw.guid(),
                        nick + "@" + organisation.initialDomain(),
                        "Guest " + number,
                        mail,
                        nick,
                        "Guest",
                        List.of("SMTP:" + mail)));
    }

    void mailUser(int number) {
        String nick = "elsewhere" + number;
        String outside = nick + "@subsidiary.example";
        String inside = nick + "@" + organisation.defaultDomain();
        String id = draw.guid();
        List<String> addresses = List.of("SMTP:" + outside, "smtp:" + inside);
        files.graph("users", user(id, inside, "Elsewhere " + number, outside, nick, "Member", addresses));
        files.exchange(
                "mailUsers",
                Lines.object(
                        "Identity", nick,
                        "Guid", draw.guid(),
                        "ExternalDirectoryObjectId", id,
                        "Alias", nick,
                        "DisplayName", "Elsewhere " + number,
                        "UserPrincipalName", inside,
                        "PrimarySmtpAddress", outside,
                        "ExternalEmailAddress", "SMTP:" + outside,
                        "EmailAddresses", addresses,
                        "RecipientTypeDetails", "MailUser",
                        "IsDirSynced", false));
    }

    void softDeleted(int number) {
        String mail = "left" + number + "@" + organisation.defaultDomain();
        files.graph(
                "deletedUsers",
                Lines.object(
                        "id",
                        draw.guid(),
                        "userPrincipalName",
                        mail,
                        "displayName",
                        "Left " + number,
                        "mail",
                        mail,
                        "proxyAddresses",
                        List.of("SMTP:" + mail),
                        "deletedDateTime",
                        DELETED));
    }

    void deletedGroup(int number) {
        String mail = "disbanded" + number + "@" + organisation.defaultDomain();
        files.graph(
                "deletedGroups",
                Lines.object(
                        "id",
                        draw.guid(),
                        "displayName",
                        "Disbanded " + number,
                        "mail",
                        mail,
                        "mailEnabled",
                        true,
                        "mailNickname",
                        "disbanded" + number,
                        "securityEnabled",
                        false,
                        "groupTypes",
                        List.of("Unified"),
                        "proxyAddresses",
                        List.of("SMTP:" + mail),
                        "deletedDateTime",
                        DELETED));
    }

    void contact(int number) {
        String external = "SMTP:sales" + number + "@supplier.example";
        contact(
                "Supplier " + number,
                external,
                List.of(external, "smtp:supplier" + number + "@" + organisation.defaultDomain()));
    }

    void contact(String identity, String external, List<String> addresses) {
        files.exchange(
                "mailContacts",
                Lines.object(
                        "Identity", identity,
                        "Guid", draw.guid(),
                        "DisplayName", identity,
                        "ExternalEmailAddress", external,
                        "EmailAddresses", addresses,
                        "RecipientTypeDetails", "MailContact"));
    }

    void application(int number) {
        files.graph(
                "applications",
                Lines.object(
                        "id", draw.guid(),
                        "appId", draw.guid(),
                        "displayName", "App " + number,
                        "signInAudience", number % 2 == 0 ? "AzureADMyOrg" : "AzureADMultipleOrgs",
                        "identifierUris", List.of("https://app" + number + "." + organisation.defaultDomain())));
    }

    private ObjectNode user(
            String id, String upn, String display, String mail, String nick, String type, List<String> addresses) {
        boolean guest = type.equals("Guest");
        return Lines.object(
                "id",
                id,
                "userPrincipalName",
                upn,
                "displayName",
                display,
                "givenName",
                display.substring(0, display.indexOf(' ')),
                "surname",
                display.substring(display.indexOf(' ') + 1),
                "mail",
                mail,
                "mailNickname",
                nick,
                "accountEnabled",
                true,
                "userType",
                type,
                "usageLocation",
                guest ? null : organisation.country(),
                "onPremisesSyncEnabled",
                null,
                "proxyAddresses",
                addresses,
                "assignedLicenses",
                List.of(),
                "otherMails",
                guest ? List.of(mail) : List.of());
    }
}
