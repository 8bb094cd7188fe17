package dev.caravan.launcher.dump;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Which row of a file names two recipients. A row goes on naming them as they were called when it was made, so any
/// name
/// that a recipient had in one of both worlds is its name.
///
/// @param worlds files by name, the dumped world first
record RowNames(List<SortedMap<String, WorldFile>> worlds) {

    private static final String FOLDER = ":\\";
    private static final List<String> NAMES =
            List.of("Identity", "Alias", "UserPrincipalName", "PrimarySmtpAddress", "DisplayName", "EmailAddresses");

    /// Both ids of what the ledger calls by two.
    record Pair(String owner, String other) {

        static Pair of(String id) {
            var at = id.indexOf('|');
            return at < 0 ? new Pair(id, "") : new Pair(id.substring(0, at), id.substring(at + 1));
        }
    }

    /// The row's own id, if there is one.
    Optional<String> row(Kind.Finder.Row finder, String id, Place place) {
        var pair = Pair.of(id);
        var owner = names(pair.owner(), place);
        var other = names(pair.other(), place);
        return worlds.stream()
                .map(world -> world.getOrDefault(place.folder() + finder.file(), WorldFile.NONE))
                .flatMap(file -> file.objects().entrySet().stream())
                .filter(row -> isNamed(row.getValue(), finder.owner(), owner)
                        && isNamed(row.getValue(), finder.other(), other))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isNamed(SortedMap<String, JsonNode> row, String property, Set<String> names) {
        return WorldFile.values(row.get(property)).stream().anyMatch(name -> names.contains(plain(name)));
    }

    /// Without the folder of a mailbox, or the type of an address.
    private static String plain(String name) {
        var folder = name.indexOf(FOLDER);
        var owner = folder < 0 ? name : name.substring(0, folder);
        return owner.substring(owner.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /// Whoever the ledger knows by a sign-in name is called so.
    private Set<String> names(String id, Place place) {
        return id.contains("@") ? Set.of(plain(id)) : namesOf(id, place);
    }

    private Set<String> namesOf(String guid, Place place) {
        return worlds.stream()
                .flatMap(world -> world.entrySet().stream())
                .filter(file -> file.getKey().startsWith(place.folder() + "exchange/"))
                .flatMap(file -> Stream.ofNullable(file.getValue().objects().get(guid)))
                .flatMap(recipient -> NAMES.stream().flatMap(name -> WorldFile.values(recipient.get(name)).stream()))
                .map(RowNames::plain)
                .collect(toSet());
    }
}
