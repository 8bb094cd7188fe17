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

/// Where a kind of objects that ledgers speak of stands in a world. A kind that stands in several files has a line for
/// each.
///
/// @param name as in the ledger
/// @param places whose accounts hold such objects
/// @param finder which file and which object in it an id of the ledger means
/// @param properties path in the file by property of the ledger
/// @param essential the property without whose values there is no such object
record Kind(String name, Set<Place> places, Finder finder, Map<String, String> properties, Optional<String> essential) {

    /// All that is known; a new kind is a line more.
    static final List<Kind> ALL = List.of(
            recordSets("rrset", Map.of("ttl", "ttl", "values", "values"), "values"),
            ofTenant("mailbox", "exchange/mailboxes.jsonl", "Guid", Map.of("addresses", "EmailAddresses")),
            mirrored(
                    "mailbox",
                    new Finder.ThroughFile(
                            "graph/users.jsonl", "id", "exchange/mailboxes.jsonl", "ExternalDirectoryObjectId"),
                    Map.of("addresses", "proxyAddresses")));

    /// Finds objects by the ids that the ledger has for them.
    sealed interface Finder {

        /// In the master file of the innermost zone; the id is `<name> <type>`.
        record InZone() implements Finder {}

        /// In a file of a tenant.
        ///
        /// @param file within the tenant's folder
        /// @param property that holds the ledger's id
        record InFile(String file, String property) implements Finder {}

        /// In a file of a tenant, under an id that an object of another file knows.
        ///
        /// @param file within the tenant's folder
        /// @param property that holds the id by which the other file's object names it
        /// @param through the file whose objects have the ledger's ids
        /// @param link its property that holds the id of the object meant
        record ThroughFile(String file, String property, String through, String link) implements Finder {}
    }

    /// Objects in master files.
    static Kind recordSets(String name, Map<String, String> properties, String essential) {
        return new Kind(name, Set.of(Place.ZONES), new Finder.InZone(), properties, Optional.of(essential));
    }

    /// The same objects of a tenant once more, where another product shows them.
    static Kind mirrored(String name, Finder.ThroughFile finder, Map<String, String> properties) {
        return new Kind(name, Set.of(Place.SOURCE, Place.DESTINATION), finder, properties, Optional.empty());
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
                Optional.empty());
    }

    /// The file, within the world's folder, that has to hold such an object.
    ///
    /// @param files all of the world
    Optional<String> file(String id, Place place, Collection<String> files) {
        return switch (finder) {
            case Finder.InFile(var file, var _) -> Optional.of(place.folder() + file);
            case Finder.ThroughFile through -> Optional.of(place.folder() + through.file());
            case Finder.InZone _ -> RecordKey.isOne(id) ? zone(RecordKey.name(id), place, files) : Optional.empty();
        };
    }

    /// The object's own id in a file.
    ///
    /// @param idsBy ids in a file by what a property holds
    String object(String id, Place place, BiFunction<String, String, Map<String, String>> idsBy) {
        return switch (finder) {
            case Finder.InZone _ -> RecordKey.of(id);
            case Finder.InFile(var file, var property) ->
                idsBy.apply(place.folder() + file, property).getOrDefault(id.toLowerCase(Locale.ROOT), id);
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
