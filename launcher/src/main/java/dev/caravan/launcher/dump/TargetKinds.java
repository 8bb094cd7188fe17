package dev.caravan.launcher.dump;

import dev.caravan.launcher.dump.Kind.Finder;
import dev.caravan.launcher.dump.Kind.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where ledgers' words about targets stand: their marks and names to show, those that were created, their members and
/// the rights in them.
final class TargetKinds {

    private static final String MARK = "CustomAttribute15";
    private static final String MARK_IN_DIRECTORY = "onPremisesExtensionAttributes.extensionAttribute15";
    private static final String USERS = "graph/users.jsonl";
    private static final String GROUPS = "graph/groups.jsonl";
    private static final String MAILBOXES = "exchange/mailboxes.jsonl";
    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String DETAILS = "RecipientTypeDetails";
    private static final String RIGHTS = "accessRights";

    private TargetKinds() {}

    static Stream<Kind> all() {
        return Stream.of(
                        ofRecipients("mailbox", MAILBOXES, USERS, "UserPrincipalName", "userPrincipalName"),
                        ofRecipients(
                                "distributionGroup",
                                "exchange/distributionGroups.jsonl",
                                GROUPS,
                                "PrimarySmtpAddress",
                                "mail"),
                        ofRecipients(
                                "unifiedGroup", "exchange/unifiedGroups.jsonl", GROUPS, "PrimarySmtpAddress", "mail"),
                        properties("dynamicDistributionGroup", "exchange/dynamicDistributionGroups.jsonl", GROUPS),
                        Stream.of(created(
                                "dynamicDistributionGroup",
                                "exchange/dynamicDistributionGroups.jsonl",
                                MARK,
                                Map.of(TYPE, DETAILS, NAME, "PrimarySmtpAddress"),
                                Reading.AS_IT_IS)),
                        properties("mailContact", "exchange/mailContacts.jsonl", "graph/contacts.jsonl"),
                        Stream.of(
                                created(
                                        "mailContact",
                                        "exchange/mailContacts.jsonl",
                                        MARK,
                                        Map.of(TYPE, DETAILS),
                                        Reading.AS_IT_IS),
                                created(
                                        "mailContact",
                                        "exchange/mailContacts.jsonl",
                                        MARK,
                                        Map.of(NAME, "ExternalEmailAddress"),
                                        Reading.ADDRESS)),
                        rows())
                .flatMap(kinds -> kinds);
    }

    /// Recipients that the directory shows, too.
    private static Stream<Kind> ofRecipients(
            String name, String file, String directoryFile, String called, String calledInDirectory) {
        return Stream.concat(
                properties(name, file, directoryFile),
                Stream.of(
                        created(name, file, MARK, Map.of(TYPE, DETAILS, NAME, called), Reading.AS_IT_IS),
                        created(
                                name,
                                directoryFile,
                                MARK_IN_DIRECTORY,
                                Map.of(NAME, calledInDirectory),
                                Reading.AS_IT_IS)));
    }

    private static Stream<Kind> properties(String name, String file, String directoryFile) {
        return Stream.of(
                Kind.ofTenant(name, file, "Guid", Map.of("mark", MARK, "displayName", "DisplayName")),
                Kind.mirrored(
                        name,
                        new Finder.ThroughFile(directoryFile, "id", file, "ExternalDirectoryObjectId"),
                        Map.of("mark", MARK_IN_DIRECTORY, "displayName", "displayName")));
    }

    /// What was created is called by its mark.
    private static Kind created(
            String name, String file, String mark, Map<String, String> properties, Reading reading) {
        return new Kind(
                name + "Target",
                Set.of(Place.DESTINATION),
                new Finder.InFile(file, mark),
                properties,
                Optional.of(properties.containsKey(TYPE) ? TYPE : NAME),
                reading,
                false);
    }

    private static Stream<Kind> rows() {
        var calendar = new Finder.Row("exchange/mailboxFolderPermissions.jsonl", "Identity", "User");
        return Stream.of(
                row(
                        "groupMember",
                        new Finder.Row("exchange/groupMembers.jsonl", "Group", "Member"),
                        Map.of("member", "Member"),
                        Reading.PRESENCE),
                row(
                        "mailboxPermission",
                        new Finder.Row("exchange/mailboxPermissions.jsonl", "Identity", "User"),
                        Map.of(RIGHTS, "AccessRights"),
                        Reading.AS_IT_IS),
                row(
                        "recipientPermission",
                        new Finder.Row("exchange/recipientPermissions.jsonl", "Identity", "Trustee"),
                        Map.of(RIGHTS, "AccessRights"),
                        Reading.AS_IT_IS),
                row("mailboxFolderPermission", calendar, Map.of(RIGHTS, "AccessRights"), Reading.RIGHTS),
                row("mailboxFolderPermission", calendar, Map.of(RIGHTS, "SharingPermissionFlags"), Reading.FLAGS),
                new Kind(
                        "sendOnBehalf",
                        Set.of(Place.DESTINATION),
                        new Finder.OfOwner(MAILBOXES, "Guid"),
                        Map.of(RIGHTS, "GrantSendOnBehalfTo"),
                        Optional.empty(),
                        Reading.AS_IT_IS,
                        false));
    }

    private static Kind row(String name, Finder.Row finder, Map<String, String> properties, Reading reading) {
        return new Kind(
                name,
                Set.of(Place.SOURCE, Place.DESTINATION),
                finder,
                properties,
                properties.keySet().stream().findFirst().filter(_ -> reading != Reading.FLAGS),
                reading,
                false);
    }
}
