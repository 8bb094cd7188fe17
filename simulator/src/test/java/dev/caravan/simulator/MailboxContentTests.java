package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.caravan.ports.FreePort;
import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is put into mailboxes while the simulation runs, by callers and by letters.
class MailboxContentTests {

    private static final String BJORN = "bjorn.abel@fabrikam.example";
    private static final String FARID = "farid.sato@fabrikam.example";
    private static final String ZOE = "zoe.lund@contoso.example";
    private static final String ITEMS = "exchange/mailboxItems.state.jsonl";

    @TempDir
    Path directory;

    private final int port = FreePort.find();
    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = new RunningSimulator(
                directory.resolve("data"),
                Map.of(
                        "simulator.mail.interval",
                        "0",
                        "simulator.bittitan.port",
                        port,
                        "simulator.bittitan.failures",
                        0,
                        "simulator.bittitan.item-errors",
                        0),
                SampleWorld.FOLDER);
    }

    @AfterEach
    void end() {
        simulator.close();
    }

    private CloudTenant source() {
        return CloudTenant.source(simulator);
    }

    private CloudTenant destination() {
        return CloudTenant.destination(simulator);
    }

    private Reply send(String... readers) {
        List<Map<String, Object>> to = java.util.Arrays.stream(readers)
                .map(reader -> Map.<String, Object>of("emailAddress", Map.of("address", reader)))
                .toList();
        String message = tools.jackson.databind.json.JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "message",
                        Map.of(
                                "subject",
                                "Lunch",
                                "body",
                                Map.of("contentType", "text", "content", "At noon?"),
                                "toRecipients",
                                to)));
        return source().graph("POST", "/users/" + BJORN + "/sendMail", message);
    }

    private void pass(Duration time) {
        simulator.pass(time);
    }

    private static long total(CloudTenant tenant, String user, String folder) {
        return tenant.get("/users/" + user + "/mailFolders/" + folder)
                .json()
                .path("totalItemCount")
                .asLong();
    }

    private static List<String> subjects(CloudTenant tenant, String user) {
        return tenant.get("/users/" + user + "/messages?$select=subject")
                .json()
                .path("value")
                .valueStream()
                .map(message -> message.path("subject").asString())
                .toList();
    }

    @Test
    void who_may_use_a_calendar_is_said_with_name_and_address() {
        // When
        Reply reply = source().get("/users/goran.ilves@fabrikam-group.example/calendar/calendarPermissions");
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("value").valueStream())
                .extracting(
                        one -> one.path("emailAddress").path("name").asString(),
                        one -> one.path("emailAddress").path("address").asString(""),
                        one -> one.path("role").asString())
                .contains(
                        tuple("My Organization", "", "freeBusyRead"),
                        tuple("Ada Abel", "ada.abel@fabrikam.example", "delegateWithoutPrivateEventAccess"));
    }

    @Test
    @DisplayName("C.10 [C docs] sendMail is 202")
    void a_letter_arrives_in_the_same_tenant_and_in_the_other() {
        // Given
        simulator.post("/sim/clock/start", "");
        // When
        Reply reply = send(FARID, ZOE);
        pass(Duration.ofSeconds(1));
        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(total(source(), FARID, "inbox")).isEqualTo(1);
        assertThat(total(source(), BJORN, "sentitems")).isEqualTo(1);
        assertThat(subjects(destination(), ZOE)).containsExactly("Lunch");
        assertThat(simulator.get("/sim/messages").json().valueStream())
                .hasSize(2)
                .allMatch(message -> message.path("state").asString().equals("delivered"));
    }

    @Test
    void a_letter_to_nobody_bounces() {
        // Given
        simulator.post("/sim/clock/start", "");
        // When
        send("nobody@contoso.example", "someone@elsewhere.example");
        pass(Duration.ofSeconds(1));
        // Then
        assertThat(simulator
                        .get("/sim/messages")
                        .json()
                        .valueStream()
                        .map(message -> message.path("state").asString()))
                .containsExactly("bounced", "delivered");
    }

    @Test
    void letters_without_readers_or_for_no_address_are_refused() {
        // When
        List<Reply> replies = List.of(send(), send("no address"));
        // Then
        assertThat(replies)
                .allMatch(reply -> reply.status() == 400)
                .allMatch(reply -> reply.body().contains("ErrorInvalidRecipients"));
    }

    @Test
    void a_letter_outlives_a_restart_and_arrives_once() {
        // Given
        send(FARID);
        end();
        start();
        // When
        simulator.post("/sim/clock/start", "");
        pass(Duration.ofSeconds(1));
        end();
        start();
        pass(Duration.ofHours(1));
        // Then
        assertThat(total(source(), FARID, "inbox")).isEqualTo(1);
        assertThat(simulator.get("/sim/messages").json()).hasSize(1);
    }

    @Test
    void a_user_without_a_mailbox_has_no_messages() {
        // Given
        String user = "anouk.dahl@fabrikam.onmicrosoft.com";
        // When
        Reply reply = source().get("/users/" + user + "/messages");
        // Then
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo("MailboxNotEnabledForRESTAPI");
        assertThat(source().get("/users/nobody/messages")
                        .json()
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("Request_ResourceNotFound");
    }

    @Test
    @DisplayName("C.10 [C docs] a message, an event, a contact, a list and a task are 201")
    void what_is_put_into_a_mailbox_is_listed_and_counted() {
        // Given
        String user = "/users/" + BJORN;
        long before = items(source(), BJORN);
        // When
        Reply message = source().graph("POST", user + "/messages", "{\"subject\": \"Draft\"}");
        Reply event = source().graph("POST", user + "/events", """
                {"subject": "Weekly", "start": {"dateTime": "2026-12-01T10:00:00", "timeZone": "Europe/Berlin"},
                 "end": {"dateTime": "2026-12-01T11:00:00", "timeZone": "Europe/Berlin"},
                 "recurrence": {"pattern": {"type": "weekly", "interval": 1, "daysOfWeek": ["tuesday"]},
                                "range": {"type": "noEnd", "startDate": "2026-12-01"}}}""");
        Reply contact = source().graph("POST", user + "/contacts", """
                {"givenName": "Ann", "surname": "Lee", "emailAddresses": [{"address": "ann@friends.example"}]}""");
        Reply list = source().graph("POST", user + "/todo/lists", "{\"displayName\": \"Move\"}");
        String tasks = user + "/todo/lists/" + list.json().path("id").asString() + "/tasks";
        Reply task = source().graph("POST", tasks, "{\"title\": \"Pack\"}");
        // Then
        assertThat(List.of(message, event, contact, list, task)).allMatch(reply -> reply.status() == 201);
        assertThat(event.json().path("type").asString()).isEqualTo("seriesMaster");
        assertThat(contact.json().path("displayName").asString()).isEqualTo("Ann Lee");
        JsonNode page = source().get(user + "/messages?$count=true&$top=5").json();
        assertThat(page.path("@odata.count").asLong()).isEqualTo(1);
        assertThat(page.path("value").path(0).path("isDraft").asBoolean()).isTrue();
        assertThat(source().get(user + "/events").json().path("value")).hasSize(1);
        assertThat(source().get(user + "/contacts").json().path("value")).hasSize(1);
        assertThat(source().get(user + "/todo/lists").json().path("value")).hasSize(2);
        assertThat(source().get(tasks).json().path("value")).hasSize(1);
        assertThat(source().get(user + "/events/" + event.json().path("id").asString())
                        .status())
                .isEqualTo(200);
        assertThat(items(source(), BJORN)).isEqualTo(before + 4);
    }

    private static long items(CloudTenant tenant, String identity) {
        return tenant.invoke("Get-MailboxStatistics", "{\"Identity\": \"" + identity + "\"}")
                .json()
                .path("value")
                .path(0)
                .path("ItemCount")
                .asLong();
    }

    @Test
    void what_is_not_simulated_is_refused() {
        // Given
        String user = "/users/" + BJORN;
        // When
        List<Reply> replies = List.of(
                source().graph("POST", user + "/messages", "{\"attachments\": []}"),
                source().graph("POST", user + "/events", "{\"subject\": \"Never\"}"),
                source().graph("POST", user + "/todo/lists", "{\"name\": \"x\"}"),
                source().get(user + "/messages?$filter=isRead"),
                source().get("/users?$count=true"));
        // Then
        assertThat(replies).allMatch(reply -> reply.status() == 400);
        assertThat(source().get(user + "/messages/nothing").status()).isEqualTo(404);
    }

    @Test
    void a_full_pass_takes_every_item_along_once() {
        // Given
        try (BitTitanRunner runner = BitTitanRunner.of(simulator, port)) {
            BitTitanProject project = new BitTitanProject(simulator, runner);
            source().graph("POST", "/users/" + FARID + "/messages", "{\"subject\": \"Draft\"}");
            source().graph("POST", "/users/" + FARID + "/contacts", "{\"givenName\": \"Ann\"}");
            JsonNode list = source().graph("POST", "/users/" + FARID + "/todo/lists", "{\"displayName\": \"Move\"}")
                    .json();
            source().graph(
                            "POST",
                            "/users/" + FARID + "/todo/lists/" + list.path("id").asString() + "/tasks",
                            "{\"title\": \"Pack\"}");
            JsonNode item = project.item(FARID, ZOE);
            // When
            project.run(item, "Full", Map.of());
            project.run(item, "Full", Map.of());
            // Then
            assertThat(total(destination(), ZOE, "drafts")).isEqualTo(1);
            assertThat(destination().get("/users/" + ZOE + "/contacts").json().path("value"))
                    .hasSize(1);
            JsonNode copy = destination()
                    .get("/users/" + ZOE + "/todo/lists")
                    .json()
                    .path("value")
                    .path(1);
            assertThat(copy.path("displayName").asString()).isEqualTo("Move");
            assertThat(destination()
                            .get("/users/" + ZOE + "/todo/lists/"
                                    + copy.path("id").asString() + "/tasks")
                            .json()
                            .path("value"))
                    .hasSize(1);
        }
    }

    @Test
    void a_folder_is_made_once_and_goes_along_with_its_messages() {
        // Given
        try (BitTitanRunner runner = BitTitanRunner.of(simulator, port)) {
            BitTitanProject project = new BitTitanProject(simulator, runner);
            JsonNode folder = folder(FARID, "Moving").json();
            String messages = "/mailFolders/" + folder.path("id").asString() + "/messages";
            source().graph("POST", "/users/" + FARID + messages, "{\"subject\": \"Boxes\"}");
            // When
            Reply again = folder(FARID, "moving");
            Reply known = folder(FARID, "Inbox");
            project.run(project.item(FARID, ZOE), "Full", Map.of());
            // Then
            assertThat(List.of(again, known)).allMatch(reply -> reply.status() == 409);
            assertThat(again.body()).contains("ErrorFolderExists");
            assertThat(total(source(), FARID, folder.path("id").asString())).isEqualTo(1);
            List<JsonNode> copies = destination()
                    .get("/users/" + ZOE + "/mailFolders?$top=50")
                    .json()
                    .path("value")
                    .valueStream()
                    .filter(one -> one.path("displayName").asString().equals("Moving"))
                    .toList();
            assertThat(copies).hasSize(1);
            assertThat(copies.getFirst().path("totalItemCount").asLong()).isEqualTo(1);
            assertThat(subjects(destination(), ZOE)).containsExactly("Boxes");
        }
    }

    private Reply folder(String user, String name) {
        return source().graph("POST", "/users/" + user + "/mailFolders", "{\"displayName\": \"" + name + "\"}");
    }

    @Test
    void a_dump_holds_what_was_put_into_mailboxes_and_nothing_else() throws IOException {
        // Given
        Path before = dump("before");
        source().graph("POST", "/users/" + BJORN + "/messages", "{\"subject\": \"Draft\"}");
        // When
        Path after = dump("after");
        // Then
        assertThat(before.resolve("source/" + ITEMS)).doesNotExist();
        assertThat(before.resolve("bittitan")).doesNotExist();
        assertThat(Files.readAllBytes(before.resolve("bittitan.json")))
                .isEqualTo(Files.readAllBytes(SampleWorld.FOLDER.resolve("bittitan.json")));
        assertThat(Files.readString(after.resolve("source/" + ITEMS)))
                .contains("\"subject\":\"Draft\"")
                .hasLineCount(1);
        assertThat(after.resolve("destination/" + ITEMS)).doesNotExist();
    }

    private Path dump(String name) {
        simulator.post("/sim/dump", "{\"dir\": \"" + directory.resolve(name) + "\"}");
        return directory.resolve(name).resolve("fabrikam-to-contoso");
    }
}
