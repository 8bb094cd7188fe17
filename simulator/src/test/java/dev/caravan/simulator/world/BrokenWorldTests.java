package dev.caravan.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenWorldTests {

    private static final String USERS = "source/graph/users.jsonl";
    private static final String GROUPS = "source/graph/groups.jsonl";
    private static final String DOMAINS = "source/graph/domains.jsonl";
    private static final String MAILBOXES = "source/exchange/mailboxes.jsonl";
    private static final String TENANT = "source/tenant.json";
    private static final String CONTACTS = "source/exchange/mailContacts.jsonl";

    @TempDir
    Path directory;

    private final WorldReader reader = new WorldReader(_ -> List.of());

    @Test
    void the_sample_world_is_right() {
        // When
        Reading reading = reader.read(SampleWorld.alone());
        // Then
        assertThat(reading).isInstanceOf(Reading.Loaded.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void what_is_wrong_is_said_with_its_place(String file, String expected, UnaryOperator<String> change)
            throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        SampleWorld.change(folder, file, change);
        // When
        Reading reading = reader.read(List.of(folder));
        // Then
        assertThat(texts(reading)).first().asString().isEqualTo(folder + "/" + expected);
    }

    static Stream<Object[]> broken() {
        String id = "9a1e40b4-5815-4a99-99e2-d15364c7a500";
        return Stream.of(
                row(
                        USERS,
                        ":3: not JSON: Unexpected character ('}' (code 125)): was expecting double-quote to start"
                                + " property name (column 151)",
                        cut(3)),
                row(
                        "source/graph/domains.state.jsonl",
                        ":1: `releasedAt` must be an instant, but is \"soon\"",
                        append("{\"id\": \"spare.example\", \"releasedAt\": \"soon\"}")),
                row(USERS, ":61: an object is expected here", append("[1]\n")),
                row(USERS, ":61: an object is expected here", append("17")),
                row(
                        USERS,
                        ":61: `id` is missing; it must be a GUID",
                        append("{\"userPrincipalName\": \"x@fabrikam.example\"}\n")),
                row(USERS, ":1: `id` must be a GUID, but is \"abc\"", replace(id, "abc")),
                row(
                        USERS,
                        ":2: `id` " + id + " is already that of source/graph/users.jsonl:1",
                        replace("9ec04ece-4350-4c17-a1e5-2f212cd552a0", id.toUpperCase(java.util.Locale.ROOT))),
                row(
                        USERS,
                        ":61: not JSON: Duplicate Object property \"id\" (column 17)",
                        append("{\"id\": \"a\", \"id\": \"b\"}\n")),
                row(USERS, ":61: `userPrincipalName` is missing", append("{\"id\": \"" + other(1) + "\"}")),
                row(
                        USERS,
                        ":61: `userPrincipalName` Bjorn.Abel@FABRIKAM.example is already that of line 2",
                        append(user("Bjorn.Abel@FABRIKAM.example"))),
                row(
                        USERS,
                        ":61: `userPrincipalName` x@elsewhere.example needs the domain elsewhere.example, which the"
                                + " tenant has not verified",
                        append(user("x@elsewhere.example"))),
                row(
                        USERS,
                        ":61: `userPrincipalName` zoë@fabrikam.example is none: it is local@domain, and the local part"
                                + " holds letters without accents, digits and ' . - _ ! # ^ ~",
                        append(user("zoë@fabrikam.example"))),
                row(
                        GROUPS,
                        ":10: `id` " + id + " is already that of source/graph/users.jsonl:1",
                        append("{\"id\": \"" + id + "\"}")),
                row(
                        GROUPS,
                        ":10: the proxy address info@fabrikam.example is already used by"
                                + " source/exchange/mailboxes.jsonl:49",
                        append("{\"id\": \"" + other(1) + "\", \"proxyAddresses\": [\"SMTP:info@fabrikam.example\"]}")),
                row(
                        DOMAINS,
                        ":4: the domain Fabrikam.example stands in line 2 too".replace("Fabrikam", "fabrikam"),
                        append("{\"id\": \"Fabrikam.example\", \"isVerified\": true}")),
                row(DOMAINS, ":4: `id` must be a domain name, but is \"no domain\"", append("{\"id\": \"no domain\"}")),
                row(
                        DOMAINS,
                        ":4: a tenant has one default domain, and that is line 2",
                        append("{\"id\": \"x.example\", \"isVerified\": true, \"isDefault\": true}")),
                row(
                        DOMAINS,
                        ":4: only fabrikam.onmicrosoft.com of tenant.json may be the initial domain",
                        append("{\"id\": \"x.onmicrosoft.com\", \"isVerified\": true, \"isInitial\": true}")),
                row(
                        DOMAINS,
                        ":2: a federated domain cannot be the default domain",
                        line(2, replace("Managed", "Federated"))),
                row(DOMAINS, ": no domain is the default one", replace("\"isDefault\": true", "\"isDefault\": false")),
                row(
                        DOMAINS,
                        ": the initial domain fabrikam.onmicrosoft.com is missing",
                        replace("\"isInitial\": true", "\"isInitial\": false")),
                row(
                        TENANT,
                        ": `id` must be a GUID, but is \"47eaa099\"",
                        replace("47eaa099-2cb6-416d-86dc-283cf0480ff9", "47eaa099")),
                row(
                        TENANT,
                        ": `timeZone` must be a time zone such as Europe/Berlin, but is \"Mars/Olympus\"",
                        replace("Europe/Berlin", "Mars/Olympus")),
                row(
                        TENANT,
                        ": `countryLetterCode` must be two capital letters, but is \"Germany\"",
                        replace("\"DE\"", "\"Germany\"")),
                row(
                        TENANT,
                        ": `onPremisesSyncEnabled` must be true, false or null, but is \"no\"",
                        replace("null", "\"no\"")),
                row(
                        TENANT,
                        ":4: not JSON: Unexpected character ('\"' (code 34)): was expecting comma to separate"
                                + " Object entries (column 3)",
                        replace("\"Fabrikam\",", "\"Fabrikam\"")),
                row(MAILBOXES, ":57: `Guid` is missing; it must be a GUID", append("{\"Identity\": \"x\"}")),
                row(MAILBOXES, ":57: `Identity` is missing", append("{\"Guid\": \"" + other(1) + "\"}")),
                row(
                        MAILBOXES,
                        ":57: `Guid` 68b4aef7-3eaa-4e17-9d8a-4eace693ae2d is already that of"
                                + " source/exchange/mailboxes.jsonl:1",
                        append("{\"Identity\": \"x\", \"Guid\": \"68b4aef7-3eaa-4e17-9d8a-4eace693ae2d\"}")),
                row(
                        MAILBOXES,
                        ":57: the proxy address Ada.Fuchs@fabrikam-group.example is already used by"
                                + " source/exchange/mailboxes.jsonl:1",
                        append(mailbox("SMTP:Ada.Fuchs@fabrikam-group.example"))),
                row(
                        MAILBOXES,
                        ":57: `EmailAddresses` holds x@elsewhere.example, but elsewhere.example is not an accepted"
                                + " domain of the tenant",
                        append(mailbox("SMTP:x@elsewhere.example"))),
                row(
                        MAILBOXES,
                        ":57: there is no primary SMTP address in `EmailAddresses`; exactly one entry begins with"
                                + " SMTP:",
                        append(mailbox("smtp:x@fabrikam.example"))),
                row(
                        MAILBOXES,
                        ":57: there are 2 primary SMTP addresses in `EmailAddresses`; exactly one entry begins with"
                                + " SMTP:",
                        append(mailbox("SMTP:x@fabrikam.example", "SMTP:y@fabrikam.example"))),
                row(
                        MAILBOXES,
                        ":57: `EmailAddresses` holds x@@fabrikam.example, which is not an SMTP address",
                        append(mailbox("SMTP:x@@fabrikam.example"))),
                row(
                        MAILBOXES,
                        ":57: `EmailAddresses` holds x@fabrikam.example twice",
                        append(mailbox("SMTP:x@fabrikam.example", "smtp:x@fabrikam.example"))),
                row(
                        MAILBOXES,
                        ":57: `EmailAddresses` holds 301 addresses, at most 300 are supported",
                        append(mailbox(manyAddresses()))),
                row(
                        MAILBOXES,
                        ":57: `EmailAddresses` must be a list of texts",
                        append("{\"Identity\": \"x\", \"Guid\": \"" + other(1) + "\", \"EmailAddresses\": [1]}")),
                row(
                        MAILBOXES,
                        ":1: `PrimarySmtpAddress` other@fabrikam.example is not the primary one of"
                                + " `EmailAddresses`",
                        replace(
                                "\"PrimarySmtpAddress\": \"ada.fuchs@fabrikam-group.example\"",
                                "\"PrimarySmtpAddress\": \"other@fabrikam.example\"")),
                row(
                        CONTACTS,
                        ":3: the proxy address supplier1@fabrikam.example is already used by"
                                + " source/exchange/mailContacts.jsonl:2",
                        append(mailbox("SMTP:a@b.example", "smtp:supplier1@fabrikam.example"))),
                row("bittitan.json", ":1: an object is expected here", _ -> "[]"),
                row(
                        "bittitan.json",
                        ": `licencePacks[1].Used` must be a whole number, not below 0, but is -1",
                        text -> text.replaceFirst("(?s)(.*)\"Used\": 0", "$1\"Used\": -1")),
                row(
                        "bittitan.json",
                        ": `throughputGbPerHourPerMailbox` is missing; it must be a number above 0",
                        text -> text.replace("throughputGbPerHourPerMailbox", "throughput")),
                row("bittitan/items.jsonl", ":1: `Id` is missing; it must be a GUID", append("{}")),
                row(
                        "bittitan/passes.jsonl",
                        ":1: a pass that is Queued needs the instant `simulator.readyAt`",
                        append("{\"Id\": \"68b4aef7-3eaa-4e17-9d8a-4eace693ae2d\", \"Status\": \"Queued\"}")),
                row("dns/no_such zone.zone", ": the file's name is not a zone's: no_such zone", _ -> "x"));
    }

    @Test
    void a_missing_tenant_is_named() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        Files.delete(folder.resolve("destination/tenant.json"));
        // When
        Reading reading = reader.read(List.of(folder));
        // Then
        assertThat(texts(reading))
                .containsExactly(folder + "/destination/tenant.json: is missing; every tenant of a world has one");
    }

    @Test
    void a_missing_folder_is_named() {
        // Given
        Path folder = directory.resolve("nowhere");
        // When
        Reading reading = reader.read(List.of(folder));
        // Then
        assertThat(texts(reading)).containsExactly(folder + ": there is no such folder, but a world is expected here");
    }

    @Test
    void a_file_in_place_of_a_folder_and_an_empty_folder_are_no_worlds() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("file"), "");
        Path empty = Files.createDirectory(directory.resolve("empty"));
        // When
        Reading reading = reader.read(List.of(file, empty));
        // Then
        assertThat(texts(reading))
                .containsExactly(
                        file + ": is not a folder, but a world is expected here",
                        empty + ": is empty, but a world is expected here");
    }

    @Test
    void all_problems_of_all_worlds_are_said_at_once_in_the_order_of_their_places() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        SampleWorld.change(folder, USERS, append("{\n{\n"));
        SampleWorld.change(folder, TENANT, replace("\"DE\"", "\"de\""));
        // When
        Reading reading = reader.read(List.of(directory.resolve("nowhere"), folder));
        // Then
        assertThat(texts(reading))
                .extracting(
                        text -> text.substring(directory.toString().length()).replaceAll(": .*", ""))
                .containsExactly(
                        "/nowhere",
                        "/fabrikam-to-contoso/source/graph/users.jsonl:61",
                        "/fabrikam-to-contoso/source/graph/users.jsonl:62",
                        "/fabrikam-to-contoso/source/tenant.json");
    }

    @Test
    void what_the_name_servers_say_of_a_zone_is_said() throws IOException {
        // Given
        WorldReader strict = new WorldReader(file -> List.of(new Problem(file.path(), 4, "no " + file.zone())));
        Path folder = SampleWorld.copyTo(directory);
        // When
        Reading reading = strict.read(List.of(folder));
        // Then
        assertThat(texts(reading))
                .containsExactly(
                        folder + "/dns/fabrikam-group.example.zone:4: no fabrikam-group.example",
                        folder + "/dns/fabrikam.example.zone:4: no fabrikam.example");
    }

    @Test
    void a_world_beside_itself_collides_in_zones_tenants_and_domains() throws IOException {
        // Given
        Path copy = SampleWorld.copyTo(directory);
        // When
        Reading reading = reader.read(List.of(SampleWorld.FOLDER, copy));
        // Then
        assertThat(texts(reading))
                .hasSize(9)
                .allSatisfy(text -> assertThat(text).startsWith(copy.toString()).contains(" is already that of "))
                .anySatisfy(text -> assertThat(text).contains("dns/fabrikam.example.zone: the zone fabrikam.example"))
                .anySatisfy(text -> assertThat(text).contains("the tenant id 1509bb0a-9bf1-4331-8a11-8783593942a4"));
    }

    @Test
    void one_tenant_cannot_be_both_sides_of_a_world() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        SampleWorld.change(
                folder,
                "destination/tenant.json",
                replace("1509bb0a-9bf1-4331-8a11-8783593942a4", "47eaa099-2cb6-416d-86dc-283cf0480ff9"));
        // When
        Reading reading = reader.read(List.of(folder));
        // Then
        assertThat(texts(reading)).singleElement().asString().contains("the tenant id 47eaa099");
    }

    private static List<String> texts(Reading reading) {
        return switch (reading) {
            case Reading.Loaded _ -> List.of();
            case Reading.Broken broken -> broken.text().lines().toList();
        };
    }

    private static Object[] row(String file, String problem, UnaryOperator<String> change) {
        return new Object[] {file, file + problem, change};
    }

    private static UnaryOperator<String> append(String text) {
        return before -> before + text;
    }

    private static UnaryOperator<String> replace(String old, String now) {
        return before -> before.replace(old, now);
    }

    private static UnaryOperator<String> line(int number, UnaryOperator<String> change) {
        return before -> {
            List<String> lines = new java.util.ArrayList<>(before.lines().toList());
            lines.set(number - 1, change.apply(lines.get(number - 1)));
            return String.join("\n", lines) + "\n";
        };
    }

    private static UnaryOperator<String> cut(int number) {
        return line(number, text -> text.replace(", \"surname\"", ", }"));
    }

    private static String other(int number) {
        return "00000000-0000-4000-8000-" + String.format(java.util.Locale.ROOT, "%012d", number);
    }

    private static String user(String upn) {
        return "{\"id\": \"" + other(1) + "\", \"userPrincipalName\": \"" + upn + "\"}\n";
    }

    private static String mailbox(String... addresses) {
        return "{\"Identity\": \"x\", \"Guid\": \"" + other(1) + "\", \"EmailAddresses\": [\""
                + String.join("\", \"", addresses) + "\"]}\n";
    }

    private static String[] manyAddresses() {
        String[] addresses = new String[301];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = (i == 0 ? "SMTP:a" : "smtp:a") + i + "@fabrikam.example";
        }
        return addresses;
    }
}
