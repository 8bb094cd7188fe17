package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole tenant moves, and returns when the customer says stop, judged by what the simulator wrote.
class TenantToTenantIT {

    private static final List<String> RIGHTS =
            List.of("mailboxPermissions", "recipientPermissions", "mailboxFolderPermissions", "groupMembers");
    /// Domains whose letters to nobody leave again, where a world says nothing of domains itself.
    private static final String RELAYS = "acceptedDomains.state";
    private static final String RUNBOOK = "tenant-to-tenant";
    private static final Pattern MX_HELD = Pattern.compile("MX added 0 mx\\.hold\\.example\\.");
    private static final Pattern ADDRESS_TAKEN = Pattern.compile("-smtp:\\S+@fabrikam");
    private static final Duration TTL = Duration.ofMinutes(5);
    private static final String ACCOUNTS = "caravan-";
    private static final String HOLD = "mx.hold.example.";
    private static final Pattern LETTERS = Pattern.compile(" got (\\d+) letters? at the destination since ");
    private static final Set<String> TENANTS =
            Set.of(" MX ", "MS=", "v=spf1", ".outlook.com.", ".lync.com.", "_sip", "._domainkey.");
    private static final List<String> PAIRED =
            List.of("mailboxes", "distributionGroups", "dynamicDistributionGroups", "unifiedGroups");

    @TempDir
    private Path folder;

    @Test
    void everybody_has_at_the_destination_what_they_had_at_the_source_whatever_tenants_get_wrong() throws Exception {
        // Given
        TenantFault fault = TenantFault.drawn();
        TenantSwitch position = TenantSwitch.drawn();

        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(
                folder,
                position.setting(),
                "--runbook",
                RUNBOOK,
                "--exit",
                "--fault",
                fault.in("fabrikam-to-contoso"))) {
            // Then
            assertThat(demo.awaitExit()).as(demo::output).isZero();
            fault.assertStruck(Calls.of(demo));
            Path dump = demo.dump().resolve("fabrikam-to-contoso");
            Path source = dump.resolve("source");
            Path destination = dump.resolve("destination");

            assertThat(TenantFiles.addresses(source).values())
                    .allSatisfy(entries -> assertThat(entries).noneMatch(TenantFiles::isMovingEntry));
            Map<String, Set<String>> before = TenantFiles.addresses(Worlds.SAMPLE.resolve("source"));
            assertThat(TenantFiles.addresses(source))
                    .allSatisfy((guid, entries) ->
                            assertThat(entries).containsAll(staying(before.getOrDefault(guid, Set.of()))));

            Map<String, Set<String>> targets = targets(destination);
            Map<String, Set<String>> wanted = movingAddresses(Worlds.SAMPLE.resolve("source"));
            assertThat(wanted).hasSizeGreaterThan(60);
            assertThat(wanted)
                    .allSatisfy((guid, entries) -> assertThat(targets.getOrDefault(guid, Set.of()))
                            .as(guid)
                            .containsAll(entries));

            assertThat(contactsOutside(destination)).noneMatch(TenantFiles::isMoving);
            assertThat(forwarding(destination)).isEmpty();
            for (Path tenant : List.of(source, destination)) {
                assertThat(TenantFiles.names(tenant).values()).noneMatch(name -> name.startsWith(ACCOUNTS));
                assertThat(TenantFiles.lines(tenant.resolve("exchange/mailboxPermissions.jsonl")))
                        .noneMatch(row -> row.path("User").asString("").startsWith(ACCOUNTS));
            }
            for (Path tenant : List.of(source, destination)) {
                assertThat(rows(tenant, RELAYS)).as("no domain is a relay").isEmpty();
            }
            assertThat(verifiedDomains(destination)).containsAll(TenantFiles.MOVING);
            assertThat(verifiedDomains(source)).doesNotContainAnyElementsOf(TenantFiles.MOVING);
            assertThat(TenantFiles.lines(dump.resolve("bittitan/items.jsonl")))
                    .filteredOn(item -> !item.path("IsDeleted").asBoolean(false))
                    .hasSize(TenantFiles.lines(Worlds.SAMPLE.resolve("source/exchange/mailboxes.jsonl"))
                            .size());

            for (Path zone : ZoneFiles.of(Worlds.SAMPLE)) {
                assertThat(ofOthers(dump.resolve("dns").resolve(zone.getFileName())))
                        .as("what does not concern mail and chat, with its TTL")
                        .isEqualTo(ofOthers(zone));
                String apex = zone.getFileName().toString().replaceFirst("zone$", "");
                assertThat(ZoneFiles.ttl(dump.resolve("dns").resolve(zone.getFileName()), apex, Type.MX))
                        .isEqualTo(ZoneFiles.ttl(zone, apex, Type.MX));
            }
            assertThat(Calls.of(demo).exchangers("fabrikam-to-contoso", "fabrikam.example."))
                    .as("mail waited outside before it went to the destination")
                    .containsExactly(HOLD, "fabrikam-example.a-v1.mx.microsoft.");
            assertThat(TenantFiles.lines(dump.resolve("messages.jsonl")))
                    .hasSizeGreaterThan(500)
                    .allSatisfy(letter ->
                            assertThat(letter.path("state").asString()).isEqualTo("delivered"));
            assertThat(GraphTraffic.in(folder)).isNotEmptyFile();
        }
    }

    /// Records that say nothing of where mail and chat are.
    private static List<String> ofOthers(Path zone) {
        return ZoneFiles.records(zone).stream()
                .filter(record -> TENANTS.stream().noneMatch(record::contains))
                .toList();
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"74", "89", "prove-switch"})
    void the_customer_may_say_stop(String step) throws Exception {
        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--runbook", RUNBOOK, "--exit", "--back-out-at", step)) {
            // Then
            assertThat(demo.awaitExit()).as(demo::output).isZero();
            Path dump = demo.dump().resolve("fabrikam-to-contoso");
            for (String tenant : List.of("source", "destination")) {
                Path now = dump.resolve(tenant);
                Path loaded = Worlds.SAMPLE.resolve(tenant);
                assertThat(TenantFiles.names(now)).isEqualTo(TenantFiles.names(loaded));
                assertThat(TenantFiles.defaultDomains(now)).isEqualTo(TenantFiles.defaultDomains(loaded));
                assertThat(verifiedDomains(now)).isEqualTo(verifiedDomains(loaded));
                assertThat(forwarding(now)).isEqualTo(forwarding(loaded));
                for (String kind : RIGHTS) {
                    assertThat(rows(now, kind)).as(kind).isEqualTo(rows(loaded, kind));
                }
                assertThat(TenantFiles.plans(now)).isEqualTo(TenantFiles.plans(loaded));
                assertThat(rows(now, RELAYS)).as("no domain is a relay").isEmpty();
                assertThat(contactsOutside(now)).isEqualTo(contactsOutside(loaded));
            }
            assertThat(TenantFiles.addresses(dump.resolve("source")))
                    .isEqualTo(TenantFiles.addresses(Worlds.SAMPLE.resolve("source")));
            for (Path zone : ZoneFiles.of(Worlds.SAMPLE)) {
                assertThat(ZoneFiles.records(dump.resolve("dns").resolve(zone.getFileName())))
                        .isEqualTo(ZoneFiles.records(zone));
            }
            assertThat(declaredLetters(demo))
                    .as("letters that the source does not get")
                    .isEqualTo(strayed(dump));
            if (step.equals("prove-switch")) {
                assertThat(addressesLeftFor(Calls.of(demo)))
                        .as("until no cache leads letters to the destination any more")
                        .isGreaterThanOrEqualTo(TTL);
            }
        }
    }

    /// How long the destination kept all addresses when mail did not go there any more.
    private static Duration addressesLeftFor(Calls calls) {
        Instant back = calls.times(MX_HELD).getLast();
        Instant taken = calls.times(ADDRESS_TAKEN).stream()
                .filter(back::isBefore)
                .findFirst()
                .orElseThrow();
        return Duration.between(back, taken);
    }

    /// How many letters the report says are lost.
    private static long declaredLetters(LaunchedDemo demo) throws IOException {
        return demo.report()
                .path("declaredLosses")
                .valueStream()
                .filter(loss -> loss.path("property").asString("").equals("arrivalsSince"))
                .map(loss -> LETTERS.matcher(loss.path("reason").asString()))
                .filter(Matcher::find)
                .mapToLong(letters -> Long.parseLong(letters.group(1)))
                .sum();
    }

    /// How many letters the destination took for mailboxes of moving domains: groups hand none on here.
    private static long strayed(Path dump) throws IOException {
        Set<String> mailboxes = new TreeSet<>();
        for (String kind : List.of("mailboxes", "mailPublicFolders")) {
            for (JsonNode recipient : TenantFiles.lines(Worlds.SAMPLE.resolve("source/exchange/" + kind + ".jsonl"))) {
                smtp(recipient).map(TenantToTenantIT::address).forEach(mailboxes::add);
            }
        }
        String destination = JsonMapper.shared()
                .readTree(Files.readString(dump.resolve("destination/tenant.json")))
                .path("id")
                .asString();
        return TenantFiles.lines(dump.resolve("messages.jsonl")).stream()
                .filter(letter -> letter.path("deliveredTenant").asString("").equals(destination))
                .filter(letter -> TenantFiles.isMoving(letter.path("to").asString()))
                .filter(letter -> mailboxes.contains(address(letter.path("to").asString())))
                .count();
    }

    /// Without its mark, in lower case.
    private static String address(String entry) {
        return entry.substring(entry.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /// Entries that do not move, without the mark of a primary address.
    private static Set<String> staying(Set<String> entries) {
        return entries.stream()
                .filter(entry -> !TenantFiles.isMovingEntry(entry))
                .filter(entry -> entry.startsWith("X500:") || entry.startsWith("SPO:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// SMTP addresses of each recipient in the moving domains, the primary one marked, by guid.
    private static Map<String, Set<String>> movingAddresses(Path tenant) throws IOException {
        Map<String, Set<String>> addresses = new TreeMap<>();
        for (String kind : PAIRED) {
            for (JsonNode recipient : TenantFiles.lines(tenant.resolve("exchange/" + kind + ".jsonl"))) {
                Set<String> moving = smtp(recipient)
                        .filter(TenantFiles::isMovingEntry)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!moving.isEmpty()) {
                    addresses.put(recipient.path("Guid").asString(), moving);
                }
            }
        }
        return addresses;
    }

    /// SMTP addresses of each target, by the guid of whose place it takes.
    private static Map<String, Set<String>> targets(Path tenant) throws IOException {
        Map<String, Set<String>> addresses = new TreeMap<>();
        for (String kind : PAIRED) {
            for (JsonNode recipient : TenantFiles.lines(tenant.resolve("exchange/" + kind + ".jsonl"))) {
                Optional.of(recipient.path("CustomAttribute15").asString(""))
                        .filter(mark -> mark.startsWith("caravan:"))
                        .ifPresent(mark -> addresses.put(
                                mark.substring("caravan:".length()),
                                smtp(recipient).collect(Collectors.toCollection(TreeSet::new))));
            }
        }
        return addresses;
    }

    private static Stream<String> smtp(JsonNode recipient) {
        return recipient
                .path("EmailAddresses")
                .valueStream()
                .map(JsonNode::asString)
                .filter(entry -> entry.regionMatches(true, 0, "smtp:", 0, 5));
    }

    private static Set<String> contactsOutside(Path tenant) throws IOException {
        return TenantFiles.lines(tenant.resolve("exchange/mailContacts.jsonl")).stream()
                .map(contact -> contact.path("ExternalEmailAddress").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whom mailboxes pass their mail on to, by guid.
    private static Map<String, String> forwarding(Path tenant) throws IOException {
        Map<String, String> forwarding = new TreeMap<>();
        for (JsonNode mailbox : TenantFiles.lines(tenant.resolve("exchange/mailboxes.jsonl"))) {
            Optional.of(mailbox.path("ForwardingAddress"))
                    .filter(JsonNode::isString)
                    .ifPresent(to -> forwarding.put(mailbox.path("Guid").asString(), to.asString()));
        }
        return forwarding;
    }

    private static Set<String> verifiedDomains(Path tenant) throws IOException {
        return TenantFiles.lines(tenant.resolve("graph/domains.jsonl")).stream()
                .filter(domain -> domain.path("isVerified").asBoolean())
                .map(domain -> domain.path("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rows(Path tenant, String kind) throws IOException {
        return TenantFiles.lines(tenant.resolve("exchange/" + kind + ".jsonl")).stream()
                .map(JsonNode::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
