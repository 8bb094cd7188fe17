package dev.caravan.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LedgerTests {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path directory;

    @Test
    void calls_are_numbered_and_carry_the_simulated_instant() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            Ledger ledger = ledger(journal);
            ledger.record(call(Map.of()));
            // When
            Call second = ledger.record(call(Map.of()));
            // Then
            assertThat(second.seq()).isEqualTo(2);
            assertThat(second.time()).isEqualTo(START);
            assertThat(ledger.after(1)).containsExactly(second);
            assertThat(ledger.after(99)).isEmpty();
        }
    }

    @Test
    void secrets_are_masked_wherever_they_stand() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            Ledger ledger = ledger(journal);
            Map<String, Object> sent =
                    Map.of("client_secret", "s3cret", "user", "dana", "body", Map.of("Password", "hush", "name", "x"));
            // When
            Call recorded = ledger.record(call(sent));
            // Then
            assertThat(recorded.parameters())
                    .hasToString("{body={Password=***, name=x}, client_secret=***, user=dana}");
            assertThat(directory.resolve("journal.jsonl")).content().doesNotContain("s3cret", "hush");
        }
    }

    @Test
    void a_call_and_the_state_that_it_changed_share_a_line() throws IOException {
        try (Journal journal = Journal.open(directory)) {
            // Given
            Ledger ledger = ledger(journal);
            Entry state =
                    new Entry("zone", JsonMapper.shared().createObjectNode().put("ttl", 300));
            // When
            ledger.record(call(Map.of()), state);
            // Then
            assertThat(Files.readAllLines(directory.resolve("journal.jsonl")))
                    .singleElement()
                    .asString()
                    .contains("\"kind\":\"zone\"", "\"kind\":\"call\"");
        }
    }

    @Test
    void a_killed_simulator_still_knows_its_calls() {
        // Given
        Call before;
        try (Journal journal = Journal.open(directory)) {
            before = ledger(journal).record(call(Map.of("ttl", 300, "values", List.of("a", "b"))));
        }
        try (Journal journal = Journal.open(directory)) {
            Ledger ledger = ledger(journal);
            // When
            journal.replay(ledger::recall);
            // Then
            assertThat(ledger.after(0)).containsExactly(before);
            assertThat(ledger.record(call(Map.of())).seq()).isEqualTo(2);
        }
    }

    private static Ledger ledger(Journal journal) {
        return new Ledger(new SimulatedClock(START, 60, journal), journal);
    }

    private static NewCall call(Map<String, ?> parameters) {
        return new NewCall(
                "w",
                null,
                "dns:w",
                "w-dns-tsig",
                Api.DNS,
                "UPDATE",
                "zone.example",
                parameters,
                "NOERROR",
                List.of("zone.example MX ttl 14400 → 300"));
    }
}
