package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.ports.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A mailbox moves, from the sign-in to what is left to repair, over the wire.
class BitTitanRunTests {

    @TempDir
    Path directory;

    private final int port = FreePort.find();

    @Test
    void a_mailbox_moves_from_hello_to_repair() throws IOException {
        try (RunningSimulator simulator = simulator();
                BitTitanRunner runner = BitTitanRunner.of(simulator, port)) {
            BitTitanProject project = new BitTitanProject(simulator, runner);
            // Given
            project.bundle(BitTitanProject.SOURCE);
            JsonNode item = project.item();
            long before = project.items(BitTitanProject.DESTINATION);
            // When
            JsonNode verified = project.run(item, "Verification", Map.of("ItemTypes", "None"));
            JsonNode staged = project.run(
                    item,
                    "Full",
                    Map.of(
                            "ItemTypes",
                            "Mail",
                            "ItemEndDate",
                            Instant.parse("2026-08-20T00:00:00Z").toString()));
            long afterStage = project.items(BitTitanProject.DESTINATION);
            JsonNode full = project.run(item, "Full", Map.of());
            JsonNode errors = runner.run(
                    "Get-MW_MailboxError",
                    "mw",
                    Map.of("MailboxId", item.path("Id").asString()));
            long afterFull = project.items(BitTitanProject.DESTINATION);
            JsonNode repaired = project.run(item, "Repair", Map.of());
            // Then
            assertThat(verified.path("Status").asString())
                    .as(verified.toString())
                    .isEqualTo("Completed");
            assertThat(staged.path("Status").asString()).as(staged.toString()).isEqualTo("Completed");
            assertThat(full.path("Status").asString()).as(full.toString()).isEqualTo("Completed");
            assertThat(repaired.path("Status").asString()).isEqualTo("Completed");
            assertThat(afterStage).isGreaterThan(before);
            assertThat(errors).isNotEmpty();
            assertThat(afterFull).isEqualTo(before + 22_332 - errors.size());
            assertThat(project.items(BitTitanProject.DESTINATION)).isEqualTo(before + 22_332);
            dump(simulator);
        }
    }

    private RunningSimulator simulator() {
        return new RunningSimulator(
                directory.resolve("data"),
                Map.of(
                        "simulator.bittitan.port",
                        port,
                        "simulator.bittitan.item-errors",
                        1,
                        "simulator.bittitan.lasting-errors",
                        0,
                        "simulator.bittitan.failures",
                        0,
                        "simulator.mail.interval",
                        "0"),
                SampleWorld.FOLDER);
    }

    private void dump(RunningSimulator simulator) throws IOException {
        simulator.post("/sim/dump", "{\"dir\": \"" + directory.resolve("dump") + "\"}");
        Path world = directory.resolve("dump/fabrikam-to-contoso");
        assertThat(Files.readString(world.resolve("bittitan/projects.jsonl"))).contains("First wave");
        assertThat(Files.readString(world.resolve("bittitan/endpoints.jsonl")))
                .contains("\"ModernAuthClientSecret\":\"***\"");
        assertThat(Files.readString(world.resolve("bittitan.json"))).contains("      \"Used\": 5,\n");
        assertThat(Files.readString(world.resolve("calls.jsonl")))
                .doesNotContain(simulator.secret("fabrikam-to-contoso-source-app"))
                .contains("\"account\":\"Northwind MSP\"");
    }
}
