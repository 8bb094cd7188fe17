package dev.caravan.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A tenant's files of a world as a stranger reads them.
final class TenantFiles {

    /// The domains that move in the sample world.
    static final Set<String> MOVING = Set.of("fabrikam.example", "fabrikam-group.example");

    private static final List<String> RECIPIENTS = List.of(
            "mailboxes",
            "mailContacts",
            "mailPublicFolders",
            "distributionGroups",
            "dynamicDistributionGroups",
            "unifiedGroups");

    private TenantFiles() {}

    /// All addresses of each recipient, by guid.
    static Map<String, Set<String>> addresses(Path tenant) throws IOException {
        Map<String, Set<String>> addresses = new TreeMap<>();
        for (String kind : RECIPIENTS) {
            for (JsonNode recipient : lines(tenant.resolve("exchange/" + kind + ".jsonl"))) {
                addresses.put(recipient.path("Guid").asString(), texts(recipient.path("EmailAddresses")));
            }
        }
        return addresses;
    }

    /// Sign-in names by id.
    static Map<String, String> names(Path tenant) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (JsonNode user : lines(tenant.resolve("graph/users.jsonl"))) {
            names.put(user.path("id").asString(), user.path("userPrincipalName").asString());
        }
        return names;
    }

    /// What users are licensed for, with the plans that are off.
    static Map<String, String> plans(Path tenant) throws IOException {
        Map<String, String> plans = new TreeMap<>();
        for (JsonNode user : lines(tenant.resolve("graph/users.jsonl"))) {
            plans.put(user.path("id").asString(), user.path("assignedLicenses").toString());
        }
        return plans;
    }

    static List<String> defaultDomains(Path tenant) throws IOException {
        return lines(tenant.resolve("graph/domains.jsonl")).stream()
                .filter(domain -> domain.path("isDefault").asBoolean())
                .map(domain -> domain.path("id").asString())
                .toList();
    }

    /// Whether an address or a sign-in name is in a moving domain.
    static boolean isMoving(String address) {
        return MOVING.contains(address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /// Whether an entry of a list of addresses keeps a moving domain in use: X500 and SPO addresses name no domain,
    /// whatever they contain.
    static boolean isMovingEntry(String entry) {
        String type = entry.substring(0, entry.indexOf(':')).toLowerCase(Locale.ROOT);
        return Stream.of("smtp", "sip").anyMatch(type::equals) && isMoving(entry);
    }

    /// Each line of a file; none where there is no such file.
    static List<JsonNode> lines(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(JsonMapper.shared()::readTree)
                        .toList()
                : List.of();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
