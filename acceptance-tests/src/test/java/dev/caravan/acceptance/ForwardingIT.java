package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Forwarding into the moving domains ends and returns, judged by what the simulator wrote.
@Tag("long")
class ForwardingIT {

    private static final String RUNBOOK = "src/test/resources/runbooks/forwarding.yaml";
    private static final String MAILBOXES = "destination/exchange/mailboxes.jsonl";

    @TempDir
    private Path folder;

    @Test
    void nobody_forwards_into_the_moving_domains_any_more_and_then_as_before() throws Exception {
        // Given
        List<JsonNode> before = forwarding(Worlds.SAMPLE);

        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--runbook", RUNBOOK)) {
            // When
            demo.awaitOutput("Everything stays up");
            List<JsonNode> forward = forwarding(demo.dump().resolve("fabrikam-to-contoso"));
            String run = demo.get("/api/runs").get(0).path("runId").asString();
            demo.post("/api/runs/" + run + "/back-out", "Mara Lindqvist", "{\"reason\": \"the customer says stop\"}");
            demo.awaitOutput("the run is backed out");
            List<JsonNode> back = forwarding(demo.dumpNow("back").resolve("fabrikam-to-contoso"));

            // Then
            assertThat(demo.output()).contains("the dump is as the ledger says");
            assertThat(before).as("some did").isNotEmpty();
            assertThat(forward).isEmpty();
            assertThat(back).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    /// The mailboxes that pass their mail on.
    private static List<JsonNode> forwarding(Path world) throws IOException {
        return TenantFiles.lines(world.resolve(MAILBOXES)).stream()
                .filter(mailbox -> !mailbox.path("ForwardingAddress").isNull()
                        || !mailbox.path("ForwardingSmtpAddress").isNull())
                .toList();
    }
}
