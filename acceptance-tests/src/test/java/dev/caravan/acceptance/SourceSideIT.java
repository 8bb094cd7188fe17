package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The moving domains leave every name and address of the source, and come back, judged by what the simulator wrote.
class SourceSideIT {

    private static final String RUNBOOK = "src/test/resources/runbooks/source-side.yaml";
    private static final String INITIAL = "@fabrikam.onmicrosoft.com";
    private static final Set<String> MOVING = Set.of("fabrikam.example", "fabrikam-group.example");
    private static final List<String> RECIPIENTS = List.of(
            "mailboxes",
            "mailContacts",
            "mailPublicFolders",
            "distributionGroups",
            "dynamicDistributionGroups",
            "unifiedGroups");

    @TempDir
    private Path folder;

    @Test
    void names_and_addresses_leave_the_moving_domains_and_come_back() throws Exception {
        // Given
        Path loaded = Worlds.SAMPLE.resolve("source");
        Map<String, Set<String>> before = addresses(loaded);

        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--runbook", RUNBOOK)) {
            // When
            demo.awaitOutput("Everything stays up");
            Path forward = demo.dump().resolve("fabrikam-to-contoso/source");

            // Then
            assertThat(demo.output()).contains("the dump is as the ledger says");
            Map<String, Set<String>> now = addresses(forward);
            assertThat(now).hasSameSizeAs(before);
            before.forEach((guid, addresses) -> {
                Set<String> stays = staying(addresses);
                assertThat(now.getOrDefault(guid, Set.of()))
                        .as(guid)
                        .noneMatch(SourceSideIT::isMoving)
                        .containsAll(stays)
                        .filteredOn(entry -> !stays.contains(entry))
                        .as("%s: beside what stays, only addresses in the initial domain", guid)
                        .allMatch(entry -> entry.endsWith(INITIAL));
                assertThat(now.getOrDefault(guid, Set.of()))
                        .as("%s: one primary address", guid)
                        .filteredOn(entry -> entry.startsWith("SMTP:"))
                        .hasSize(1);
            });
            assertThat(names(forward).values()).noneMatch(name -> MOVING.contains(domain(name)));
            assertThat(names(forward).values()).doesNotHaveDuplicates();
            assertThat(defaultDomains(forward)).containsExactly("fabrikam.onmicrosoft.com");

            // When
            String run = demo.get("/api/runs").get(0).path("runId").asString();
            demo.post("/api/runs/" + run + "/back-out", "Mara Lindqvist", "{\"reason\": \"the customer says stop\"}");
            demo.awaitOutput("the run is backed out");
            Path back = demo.dumpNow("back").resolve("fabrikam-to-contoso/source");

            // Then
            assertThat(addresses(back)).isEqualTo(before);
            assertThat(names(back)).isEqualTo(names(loaded));
            assertThat(defaultDomains(back)).isEqualTo(defaultDomains(loaded));
        }
    }

    @Tag("long")
    @Test
    void the_launcher_finds_nothing_left_after_a_back_out_at_74() throws Exception {
        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--runbook", RUNBOOK, "--exit", "--back-out-at", "74")) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            assertThat(Calls.of(demo).effects())
                    .as("the world was really changed in between")
                    .isNotEmpty();
        }
    }

    /// All addresses of each recipient, by guid.
    private static Map<String, Set<String>> addresses(Path tenant) throws IOException {
        Map<String, Set<String>> addresses = new TreeMap<>();
        for (String kind : RECIPIENTS) {
            for (JsonNode recipient : lines(tenant.resolve("exchange/" + kind + ".jsonl"))) {
                addresses.put(recipient.path("Guid").asString(), texts(recipient.path("EmailAddresses")));
            }
        }
        return addresses;
    }

    /// Sign-in names by id.
    private static Map<String, String> names(Path tenant) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (JsonNode user : lines(tenant.resolve("graph/users.jsonl"))) {
            names.put(user.path("id").asString(), user.path("userPrincipalName").asString());
        }
        return names;
    }

    private static List<String> defaultDomains(Path tenant) throws IOException {
        return lines(tenant.resolve("graph/domains.jsonl")).stream()
                .filter(domain -> domain.path("isDefault").asBoolean())
                .map(domain -> domain.path("id").asString())
                .toList();
    }

    private static Set<String> staying(Set<String> before) {
        Set<String> staying = new TreeSet<>(before);
        staying.removeIf(entry -> isMoving(entry) || entry.endsWith(INITIAL));
        return staying;
    }

    /// X500 and SPO addresses name no domain, whatever they contain.
    private static boolean isMoving(String entry) {
        String type = entry.substring(0, entry.indexOf(':')).toLowerCase(Locale.ROOT);
        return Stream.of("smtp", "sip").anyMatch(type::equals) && MOVING.contains(domain(entry));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
