package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Addresses that are added to mailboxes and taken back, judged by what the simulator wrote.
class SourcePreparationIT {

    private static final String MAILBOXES = "fabrikam-to-contoso/source/exchange/mailboxes.jsonl";
    private static final String INITIAL = "@fabrikam.onmicrosoft.com";

    @TempDir
    private Path folder;

    @Tag("long")
    @Test
    void each_mailbox_gets_an_address_that_stays_and_loses_it_again() throws Exception {
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--runbook", "source-preparation")) {
            // When
            demo.awaitOutput("Everything stays up");
            List<JsonNode> forward = lines(demo.dump().resolve(MAILBOXES));
            String run = demo.get("/api/runs").get(0).path("runId").asString();
            demo.post("/api/runs/" + run + "/back-out", "Mara Lindqvist", "{\"reason\": \"the customer says stop\"}");
            demo.awaitOutput("the run is backed out");
            List<JsonNode> back = lines(demo.dumpNow("back").resolve(MAILBOXES));

            // Then
            assertThat(demo.output()).contains("the dump is as the ledger says");
            List<JsonNode> before = lines(Worlds.SAMPLE.resolve("source/exchange/mailboxes.jsonl"));
            assertThat(forward)
                    .hasSameSizeAs(before)
                    .allSatisfy(mailbox -> assertThat(addresses(mailbox))
                            .as(mailbox.path("Identity").asString())
                            .containsAll(addresses(found(before, mailbox)))
                            .anyMatch(address -> address.toLowerCase().endsWith(INITIAL)));
            assertThat(before.stream().flatMap(mailbox -> addresses(mailbox).stream()))
                    .as("some had none before")
                    .filteredOn(address -> address.toLowerCase().endsWith(INITIAL))
                    .hasSizeLessThan(before.size());
            assertThat(back)
                    .hasSameSizeAs(before)
                    .allSatisfy(mailbox -> assertThat(addresses(mailbox))
                            .containsExactlyInAnyOrderElementsOf(addresses(found(before, mailbox))));
        }
    }

    @Tag("long")
    @Test
    void the_launcher_finds_nothing_left_after_a_back_out() throws Exception {
        // When
        try (LaunchedDemo demo =
                LaunchedDemo.launch(folder, "--runbook", "source-preparation", "--exit", "--back-out-at", "28")) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            assertThat(Calls.of(demo).effects())
                    .as("the world was really changed in between")
                    .isNotEmpty();
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static JsonNode found(List<JsonNode> mailboxes, JsonNode wanted) {
        return mailboxes.stream()
                .filter(mailbox -> mailbox.path("Guid").equals(wanted.path("Guid")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> addresses(JsonNode mailbox) {
        return mailbox.path("EmailAddresses")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
