package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Domains that leave one tenant and come to another, and return, judged by what the simulator wrote. In this world
/// nobody
/// is in their way: no user without a licence has an address in them, and the destination knows nobody there.
class DomainHopIT {

    private static final String RUNBOOK = "src/test/resources/runbooks/domain-hop.yaml";
    private static final String HOLD = "mx.hold.example.";
    private static final String UNLICENSED = "anouk.dahl@fabrikam.example";

    @TempDir
    private Path folder;

    @Tag("long")
    @Test
    void domains_hop_with_their_records_and_come_back() throws Exception {
        // Given
        Path loaded = world();

        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--world", loaded.toString(), "--runbook", RUNBOOK)) {
            // When
            demo.awaitOutput("Everything stays up");
            Path forward = demo.dump().resolve("open-way");

            // Then
            assertThat(demo.output()).contains("the dump is as the ledger says");
            assertThat(domains(forward.resolve("source"))).doesNotContainAnyElementsOf(TenantFiles.MOVING);
            assertThat(domains(forward.resolve("destination"))).containsAll(TenantFiles.MOVING);
            assertThat(TenantFiles.addresses(forward.resolve("source")).values())
                    .allSatisfy(entries -> assertThat(entries).noneMatch(TenantFiles::isMovingEntry));
            for (Path zone : ZoneFiles.of(loaded)) {
                Set<String> now = ZoneFiles.records(forward.resolve("dns").resolve(zone.getFileName()));
                assertThat(now).containsAll(othersThanMx(ZoneFiles.records(zone)));
                assertThat(now)
                        .filteredOn(record -> record.contains(" MX "))
                        .singleElement()
                        .asString()
                        .endsWith(".mx.microsoft.");
            }
            assertThat(Calls.of(demo).exchangers("open-way", "fabrikam.example."))
                    .as("mail waited outside before it went to the destination")
                    .containsExactly(HOLD, "fabrikam-example.a-v1.mx.microsoft.");

            // When
            String run = demo.get("/api/runs").get(0).path("runId").asString();
            demo.post("/api/runs/" + run + "/back-out", "Mara Lindqvist", "{\"reason\": \"the customer says stop\"}");
            demo.awaitOutput("the run is backed out");
            Path back = demo.dumpNow("back").resolve("open-way");

            // Then
            for (String tenant : List.of("source", "destination")) {
                assertThat(domains(back.resolve(tenant))).isEqualTo(domains(loaded.resolve(tenant)));
                assertThat(TenantFiles.addresses(back.resolve(tenant)))
                        .isEqualTo(TenantFiles.addresses(loaded.resolve(tenant)));
                assertThat(TenantFiles.names(back.resolve(tenant)))
                        .isEqualTo(TenantFiles.names(loaded.resolve(tenant)));
                assertThat(TenantFiles.defaultDomains(back.resolve(tenant)))
                        .isEqualTo(TenantFiles.defaultDomains(loaded.resolve(tenant)));
            }
            for (Path zone : ZoneFiles.of(loaded)) {
                assertThat(ZoneFiles.records(back.resolve("dns").resolve(zone.getFileName())))
                        .isEqualTo(ZoneFiles.records(zone));
            }
        }
    }

    @Tag("long")
    @Test
    void the_launcher_finds_nothing_left_after_a_back_out_at_80() throws Exception {
        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(
                folder, "--world", world().toString(), "--runbook", RUNBOOK, "--exit", "--back-out-at", "80")) {
            // Then
            assertThat(demo.awaitExit()).as(demo::output).isZero();
        }
    }

    /// Domains that a tenant has verified.
    private static Set<String> domains(Path tenant) throws IOException {
        return TenantFiles.lines(tenant.resolve("graph/domains.jsonl")).stream()
                .filter(domain -> domain.path("isVerified").asBoolean())
                .map(domain -> domain.path("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> othersThanMx(Set<String> records) {
        return records.stream().filter(record -> !record.contains(" MX ")).toList();
    }

    private Path world() throws IOException {
        Path world = Worlds.copy(folder.resolve("open-way"));
        edit(
                world.resolve("source/graph/users.jsonl"),
                users -> users.filter(user -> !user.path("mail").asString("").equals(UNLICENSED)));
        edit(
                world.resolve("destination/exchange/mailboxes.jsonl"),
                mailboxes -> mailboxes.map(
                        mailbox -> mailbox.putNull("ForwardingAddress").put("DeliverToMailboxAndForward", false)));
        Files.delete(world.resolve("destination/exchange/mailContacts.jsonl"));
        return world;
    }

    private static void edit(Path file, UnaryOperator<Stream<ObjectNode>> how) throws IOException {
        Stream<ObjectNode> objects = TenantFiles.lines(file).stream().map(ObjectNode.class::cast);
        Files.write(file, how.apply(objects).map(JsonNode::toString).toList());
    }
}
