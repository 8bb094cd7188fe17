package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Letters that correspondents write are in their readers' mailboxes, and can be asked for by when they came.
class ArrivedLettersTests {

    private static final String BJORN = "bjorn.abel@fabrikam.example";
    private static final String INBOX = "/users/" + BJORN + "/mailFolders/inbox/messages";

    @TempDir
    Path directory;

    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = new RunningSimulator(
                directory.resolve("data"), Map.of("simulator.mail.interval", "2m"), SampleWorld.FOLDER);
    }

    @AfterEach
    void end() {
        simulator.close();
    }

    private void aDayPasses() {
        simulator.post("/sim/clock/start", "");
        simulator.pass(Duration.ofDays(1));
    }

    /// What was delivered to any of his addresses.
    private List<JsonNode> delivered() {
        Set<String> addresses = CloudTenant.source(simulator)
                .get("/users/" + BJORN + "?$select=proxyAddresses")
                .json()
                .path("proxyAddresses")
                .valueStream()
                .map(entry -> entry.asString().toLowerCase(Locale.ROOT).replace("smtp:", ""))
                .collect(Collectors.toSet());
        return simulator
                .get("/sim/messages")
                .json()
                .valueStream()
                .filter(message -> addresses.contains(message.path("to").asString()))
                .filter(message -> message.path("state").asString().equals("delivered"))
                .toList();
    }

    private Reply inbox(String options) {
        return CloudTenant.source(simulator).get(INBOX + options);
    }

    private static String since(String instant) {
        return "$filter=" + URLEncoder.encode("receivedDateTime ge " + instant, StandardCharsets.UTF_8);
    }

    @Test
    void every_letter_that_was_delivered_is_in_its_readers_inbox() {
        // Given
        aDayPasses();
        // When
        List<JsonNode> inbox =
                inbox("?$top=999").json().path("value").valueStream().toList();
        // Then
        assertThat(inbox)
                .isNotEmpty()
                .extracting(message -> message.path("receivedDateTime").asString())
                .containsExactlyInAnyOrderElementsOf(delivered().stream()
                        .map(message -> message.path("deliveredAt").asString())
                        .toList());
        assertThat(inbox.getFirst().path("from").path("emailAddress").path("address"))
                .isEqualTo(delivered().getLast().path("from"));
        assertThat(inbox.getFirst()
                        .path("toRecipients")
                        .path(0)
                        .path("emailAddress")
                        .path("address"))
                .isEqualTo(delivered().getLast().path("to"));
    }

    @Test
    void a_restart_neither_loses_letters_nor_brings_them_twice() {
        // Given
        aDayPasses();
        end();
        start();
        // When
        simulator.pass(Duration.ofHours(1));
        // Then
        assertThat(inbox("?$top=999&$select=id").json().path("value")).hasSameSizeAs(delivered());
    }

    @Test
    void letters_are_counted_from_the_instant_on_that_is_asked_for() {
        // Given
        aDayPasses();
        List<JsonNode> letters = delivered();
        String second = letters.get(1).path("deliveredAt").asString();
        // When
        JsonNode page =
                inbox("?" + since(second) + "&$count=true&$top=1&$select=id").json();
        JsonNode everywhere = CloudTenant.source(simulator)
                .get("/users/" + BJORN + "/messages?" + since(second) + "&$count=true&$top=1")
                .json();
        // Then
        assertThat(letters).hasSizeGreaterThan(2);
        assertThat(page.path("@odata.count").asInt()).isEqualTo(letters.size() - 1);
        assertThat(page.path("value")).hasSize(1);
        assertThat(page.path("@odata.nextLink").asString()).contains("filter=receivedDateTime");
        assertThat(everywhere.path("@odata.count").asInt()).isEqualTo(letters.size() - 1);
    }

    @Test
    void no_other_filter_is_simulated() {
        // When
        List<Reply> replies = List.of(
                inbox("?" + since("yesterday")),
                inbox("?$filter=receivedDateTime%20lt%202026-12-04T21:16:00Z"),
                inbox("?$filter=isRead%20eq%20true"),
                CloudTenant.source(simulator).get("/users/" + BJORN + "/events?" + since("2026-12-04T21:16:00Z")));
        // Then
        assertThat(replies).allMatch(reply -> reply.status() == 400);
    }
}
