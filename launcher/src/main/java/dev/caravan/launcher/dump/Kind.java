package dev.caravan.launcher.dump;

import dev.caravan.launcher.zone.RecordKey;
import dev.caravan.launcher.zone.RecordSet;
import dev.caravan.launcher.zone.ZoneFile;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a kind of objects that ledgers speak of stands in a world. A kind that stands in several files has a line for
/// each.
///
/// @param name as in the ledger
/// @param places whose accounts hold such objects
/// @param finder which file and which object in it an id of the ledger means
/// @param properties path in the file by property of the ledger
/// @param essential the property without whose values there is no such object
/// @param reading how the file writes what the ledger says
/// @param isMirror the same is said elsewhere, and here only of objects that have such a property
record Kind(
        String name,
        Set<Place> places,
        Finder finder,
        Map<String, String> properties,
        Optional<String> essential,
        Reading reading,
        boolean isMirror) {

    private static final String ADDRESSES = "addresses";
    private static final String PRIMARY = "SMTP:";
    private static final String FLAG = "flag:";

    /// All that is known; a new kind is a line more.
    static final List<Kind> ALL = Stream.of(
                    Stream.of(
                            recordSets("rrset", Map.of("ttl", "ttl", "values", "values"), "values"),
                            ofTenant(
                                    "application",
                                    "graph/applications.jsonl",
                                    "id",
                                    Map.of("identifierUris", "identifierUris")),
                            whole("deletedUser", "graph/deletedUsers.jsonl", Map.of("id", "id")),
                            whole("deletedGroup", "graph/deletedGroups.jsonl", Map.of("id", "id")),
                            whole(
                                    "domain",
                                    "graph/domains.jsonl",
                                    Map.of(
                                            "id", "id",
                                            "isDefault", "isDefault",
                                            "isVerified", "isVerified",
                                            "supportedServices", "supportedServices")),
                            ofTenant(
                                    "user",
                                    "graph/users.jsonl",
                                    "id",
                                    Map.of("userPrincipalName", "userPrincipalName")),
                            ofTenant("user", "graph/users.jsonl", "id", Map.of(ADDRESSES, "proxyAddresses")),
                            ofTenant("user", "graph/users.jsonl", "id", Map.of("assignedLicenses", "assignedLicenses")),
                            primary("user", new Finder.InFile("graph/users.jsonl", "id"), "mail")),
                    Stream.of(
                            accepted("exchange/acceptedDomains.jsonl"),
                            signed("exchange/dkimSigningConfigs.jsonl"),
                            testItems(),
                            arrivals()),
                    bittitan(),
                    contacts("exchange/mailContacts.jsonl"),
                    accounts("graph/users.jsonl"),
                    forwarding("exchange/mailboxes.jsonl"),
                    ofUsersIn("exchange/mailboxes.jsonl"),
                    ofUsersIn("exchange/mailUsers.jsonl"),
                    recipients("mailbox", "exchange/mailboxes.jsonl", "graph/users.jsonl"),
                    recipients("mailUser", "exchange/mailUsers.jsonl", "graph/users.jsonl"),
                    recipients("mailContact", "exchange/mailContacts.jsonl", "graph/contacts.jsonl"),
                    recipients("mailPublicFolder", "exchange/mailPublicFolders.jsonl", "graph/contacts.jsonl"),
                    recipients("distributionGroup", "exchange/distributionGroups.jsonl", "graph/groups.jsonl"),
                    recipients(
                            "dynamicDistributionGroup",
                            "exchange/dynamicDistributionGroups.jsonl",
                            "graph/groups.jsonl"),
                    recipients("unifiedGroup", "exchange/unifiedGroups.jsonl", "graph/groups.jsonl"),
                    TargetKinds.all())
            .flatMap(kinds -> kinds)
            .toList();

    /// How a file writes what a ledger says.
    enum Reading {
        AS_IT_IS,
        /// Of a list of addresses the primary one, without its mark.
        PRIMARY_ADDRESS,
        /// Of a name and the ids behind it the name.
        NAME,
        /// With the mark of an address.
        ADDRESS,
        /// Of rights those that are no flags.
        RIGHTS,
        /// Of rights the flags, without their mark.
        FLAGS,
        /// Whatever the file calls it.
        PRESENCE,
        /// Signing of letters that only seems to be, as signing.
        SIGNING,
        /// Somehow: what it comes to is the remote's affair, and no back-out brings it back.
        NOT_COMPARED
    }

    /// Domains as Exchange accepts them, in worlds that say so.
    private static Kind accepted(String file) {
        return new Kind(
                "domain",
                Set.of(Place.SOURCE, Place.DESTINATION),
                new Finder.InFile(file, "DomainName"),
                Map.of("id", "DomainName", "domainType", "DomainType"),
                Optional.of("id"),
                Reading.AS_IT_IS,
                true);
    }

    /// Domains whose letters a tenant signs, or could: with keys of its own choice, which come and go with the domain.
    private static Kind signed(String file) {
        return new Kind(
                "domain",
                Set.of(Place.SOURCE, Place.DESTINATION),
                new Finder.InFile(file, "Domain"),
                Map.of("isSigned", "Enabled"),
                Optional.of("isSigned"),
                Reading.SIGNING,
                false);
    }

    /// Accounts that come and go with a move, by their sign-in name; licences are the remote's to write down.
    private static Stream<Kind> accounts(String file) {
        var account = new Finder.InFile(file, "userPrincipalName");
        return Stream.of(
                new Kind(
                        "account",
                        Set.of(Place.SOURCE, Place.DESTINATION),
                        account,
                        Map.of("userPrincipalName", "userPrincipalName"),
                        Optional.of("userPrincipalName"),
                        Reading.AS_IT_IS,
                        false),
                mirrored("account", account, Map.of("licences", "licences")),
                mirrored("user", new Finder.InFile(file, "id"), Map.of("lentLicence", "lentLicence")),
                ofTenant("user", file, "id", Map.of("usageLocation", "usageLocation")));
    }

    /// What is made in an account with BitTitan; passes and licences use licences up, and what they copy stays.
    private static Stream<Kind> bittitan() {
        return Stream.of(
                ofBittitan("bittitanCustomer", "customers", "PrimaryDomain", "name", "PrimaryDomain"),
                ofBittitan("bittitanEndpoint", "endpoints", "Name", "name", "Name"),
                ofBittitan("bittitanProject", "projects", "Name", "name", "Name"),
                ofBittitan("bittitanItem", "items", "ExportEmailAddress", "importAddress", "ImportEmailAddress"),
                leftBehind("bittitanPass", Place.BITTITAN, "bittitan.json", "pass"),
                leftBehind("bittitanLicence", Place.BITTITAN, "bittitan.json", "product"));
    }

    /// What is put into test mailboxes, which go with all that they hold.
    private static Kind testItems() {
        return leftBehind(
                "testItem",
                Place.SOURCE,
                "exchange/mailboxStatistics.jsonl",
                "sentLetter",
                "filedLetter",
                "appointment",
                "series",
                "contact",
                "task");
    }

    /// From when on letters count as arrived: no tenant holds it, but the letters are there, and stay.
    private static Kind arrivals() {
        return leftBehind("mailbox", Place.DESTINATION, "exchange/mailboxStatistics.jsonl", "arrivalsSince");
    }

    private static Kind ofBittitan(String name, String file, String id, String property, String path) {
        return new Kind(
                name,
                Set.of(Place.BITTITAN),
                new Finder.InFile("bittitan/" + file + ".jsonl", id),
                Map.of(property, path),
                Optional.of(property),
                Reading.AS_IT_IS,
                false);
    }

    private static Kind leftBehind(String name, Place place, String file, String... properties) {
        return new Kind(
                name,
                Set.of(place),
                new Finder.OneInFile(file),
                Stream.of(properties).collect(Collectors.toMap(property -> property, _ -> name)),
                Optional.empty(),
                Reading.NOT_COMPARED,
                false);
    }

    /// Whether it is such a property that no back-out brings back.
    boolean leavesBehind(String kind, String property) {
        return isLeftBehind() && name.equals(kind) && properties.containsKey(property);
    }

    boolean isLeftBehind() {
        return reading == Reading.NOT_COMPARED;
    }

    /// Contacts that come and go as a whole. One that is created again has another id, so they are known by the address
    /// outside; their groups and short name stand elsewhere or nowhere.
    private static Stream<Kind> contacts(String file) {
        var contact = new Finder.InFile(file, "ExternalEmailAddress");
        return Stream.of(
                mirrored("contact", contact, Map.of("name", "Identity", "alias", "Alias", "memberOf", "MemberOf")),
                new Kind(
                        "contact",
                        Set.of(Place.SOURCE, Place.DESTINATION),
                        contact,
                        Map.of(
                                "externalEmailAddress",
                                "ExternalEmailAddress",
                                "displayName",
                                "DisplayName",
                                ADDRESSES,
                                "EmailAddresses"),
                        Optional.of("externalEmailAddress"),
                        Reading.AS_IT_IS,
                        false));
    }

    /// Where mailboxes pass their mail on to.
    private static Stream<Kind> forwarding(String file) {
        return Stream.of(
                ofTenant(
                        "mailbox",
                        file,
                        "Guid",
                        Map.of(
                                "forwardingSmtpAddress", "ForwardingSmtpAddress",
                                "deliverToMailboxAndForward", "DeliverToMailboxAndForward")),
                new Kind(
                        "mailbox",
                        Set.of(Place.SOURCE, Place.DESTINATION),
                        new Finder.InFile(file, "Guid"),
                        Map.of("forwardingAddress", "ForwardingAddress"),
                        Optional.empty(),
                        Reading.NAME,
                        false));
    }

    /// Objects of the directory that come and go as a whole, with their id.
    private static Kind whole(String name, String file, Map<String, String> properties) {
        return new Kind(
                name,
                Set.of(Place.SOURCE, Place.DESTINATION),
                new Finder.InFile(file, "id"),
                properties,
                Optional.of("id"),
                Reading.AS_IT_IS,
                false);
    }

    /// Recipients of one kind: their addresses and primary address, in Exchange and in the directory.
    private static Stream<Kind> recipients(String name, String file, String directoryFile) {
        var inDirectory = new Finder.ThroughFile(directoryFile, "id", file, "ExternalDirectoryObjectId");
        return Stream.of(
                ofTenant(name, file, "Guid", Map.of(ADDRESSES, "EmailAddresses")),
                primary(name, new Finder.InFile(file, "Guid"), "PrimarySmtpAddress"),
                mirrored(name, inDirectory, Map.of(ADDRESSES, "proxyAddresses")),
                primary(name, inDirectory, "mail"));
    }

    /// What Exchange shows of users: their sign-in name and addresses.
    private static Stream<Kind> ofUsersIn(String file) {
        var user = new Finder.InFile(file, "ExternalDirectoryObjectId");
        return Stream.of(
                mirrored("user", user, Map.of("userPrincipalName", "UserPrincipalName")),
                mirrored("user", user, Map.of(ADDRESSES, "EmailAddresses")),
                primary("user", user, "PrimarySmtpAddress"));
    }

    private static Kind primary(String name, Finder finder, String path) {
        return new Kind(
                name,
                Set.of(Place.SOURCE, Place.DESTINATION),
                finder,
                Map.of(ADDRESSES, path),
                Optional.empty(),
                Reading.PRIMARY_ADDRESS,
                true);
    }

    /// Finds objects by the ids that the ledger has for them.
    sealed interface Finder {

        /// In the master file of the innermost zone; the id is `<name> <type>`.
        record InZone() implements Finder {}

        /// In a file of a tenant.
        ///
        /// @param file within the tenant's folder
        /// @param property that holds the ledger's id
        record InFile(String file, String property) implements Finder {}

        /// The one object of a file, whatever the ledger calls it.
        record OneInFile(String file) implements Finder {}

        /// In a file of a tenant, under an id that an object of another file knows.
        ///
        /// @param file within the tenant's folder
        /// @param property that holds the id by which the other file's object names it
        /// @param through the file whose objects have the ledger's ids
        /// @param link its property that holds the id of the object meant
        record ThroughFile(String file, String property, String through, String link) implements Finder {}

        /// In a file of a tenant, under the first of the two ids that the ledger's id has.
        ///
        /// @param file within the tenant's folder
        /// @param property that holds the first id
        record OfOwner(String file, String property) implements Finder {}

        /// A row of a tenant's file that names two recipients, whose ids the ledger's id has.
        ///
        /// @param file within the tenant's folder
        /// @param owner the property that names the first
        /// @param other the property that names the second
        record Row(String file, String owner, String other) implements Finder {}
    }

    /// Objects in master files.
    static Kind recordSets(String name, Map<String, String> properties, String essential) {
        return new Kind(
                name,
                Set.of(Place.ZONES),
                new Finder.InZone(),
                properties,
                Optional.of(essential),
                Reading.AS_IT_IS,
                false);
    }

    /// The same objects of a tenant once more, where another product shows them.
    static Kind mirrored(String name, Finder finder, Map<String, String> properties) {
        return new Kind(
                name,
                Set.of(Place.SOURCE, Place.DESTINATION),
                finder,
                properties,
                Optional.empty(),
                Reading.AS_IT_IS,
                true);
    }

    /// Objects of a tenant, in a file with an object a line.
    ///
    /// @param id the property of the file that holds the ledger's id
    static Kind ofTenant(String name, String file, String id, Map<String, String> properties) {
        return new Kind(
                name,
                Set.of(Place.SOURCE, Place.DESTINATION),
                new Finder.InFile(file, id),
                properties,
                Optional.empty(),
                Reading.AS_IT_IS,
                false);
    }

    /// Whether the ledger knows such objects by something that they have again when they are created again.
    boolean isKnownBeyondItsId() {
        return finder instanceof Finder.InFile(var _, var property)
                && !property.equals("id")
                && !property.equals("Guid");
    }

    /// The file, within the world's folder, that has to hold such an object.
    ///
    /// @param files all of the world
    Optional<String> file(String id, Place place, Collection<String> files) {
        return switch (finder) {
            case Finder.InFile(var file, var _) -> Optional.of(place.folder() + file);
            case Finder.OneInFile(var file) -> Optional.of(place.folder() + file);
            case Finder.ThroughFile through -> Optional.of(place.folder() + through.file());
            case Finder.OfOwner(var file, var _) -> Optional.of(place.folder() + file);
            case Finder.Row row -> Optional.of(place.folder() + row.file());
            case Finder.InZone _ -> RecordKey.isOne(id) ? zone(RecordKey.name(id), place, files) : Optional.empty();
        };
    }

    /// The object's own id in a file.
    ///
    /// @param idsBy ids in a file by what a property holds
    String object(String id, Place place, BiFunction<String, String, Map<String, String>> idsBy) {
        return switch (finder) {
            case Finder.InZone _ -> RecordKey.of(id);
            case Finder.OneInFile(var file) -> file;
            case Finder.InFile(var file, var property) ->
                idsBy.apply(place.folder() + file, property).getOrDefault(id.toLowerCase(Locale.ROOT), id);
            case Finder.OfOwner(var file, var property) -> {
                var owner = RowNames.Pair.of(id).owner();
                yield idsBy.apply(place.folder() + file, property).getOrDefault(owner.toLowerCase(Locale.ROOT), owner);
            }
            case Finder.Row _ -> id;
            case Finder.ThroughFile(var file, var property, var through, var link) -> {
                var linked = idsBy.apply(place.folder() + through, link).entrySet().stream()
                        .filter(entry -> entry.getValue().equalsIgnoreCase(id))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(id);
                yield idsBy.apply(place.folder() + file, property).getOrDefault(linked, linked);
            }
        };
    }

    /// Values of the ledger as the file's reader writes them.
    List<String> canonical(String id, String property, List<String> values) throws IOException {
        return switch (reading) {
            case NAME -> values.stream().limit(1).toList();
            case PRIMARY_ADDRESS ->
                values.stream()
                        .filter(value -> value.startsWith(PRIMARY))
                        .map(value -> value.substring(PRIMARY.length()))
                        .toList();
            case ADDRESS -> values.stream().map(value -> PRIMARY + value).toList();
            case RIGHTS ->
                values.stream().filter(value -> !value.startsWith(FLAG)).toList();
            case FLAGS ->
                values.stream()
                        .filter(value -> value.startsWith(FLAG))
                        .map(value -> value.substring(FLAG.length()))
                        .toList();
            case SIGNING ->
                values.stream()
                        .map(value -> value.equals("unpublished") ? "true" : value)
                        .toList();
            case PRESENCE, NOT_COMPARED -> values;
            case AS_IT_IS -> asItIs(id, property, values);
        };
    }

    private List<String> asItIs(String id, String property, List<String> values) throws IOException {
        return finder instanceof Finder.InZone
                        && essential.filter(property::equals).isPresent()
                ? List.copyOf(RecordSet.canonical(RecordKey.of(id), values))
                : values;
    }

    private static Optional<String> zone(String name, Place place, Collection<String> files) {
        return files.stream()
                .filter(file -> file.startsWith(place.folder()) && file.endsWith(ZoneFile.SUFFIX))
                .filter(file -> ZoneFile.holds(apex(file, place), name))
                .max(Comparator.comparingInt(String::length));
    }

    private static String apex(String file, Place place) {
        return file.substring(place.folder().length(), file.length() - ZoneFile.SUFFIX.length()) + ".";
    }
}
