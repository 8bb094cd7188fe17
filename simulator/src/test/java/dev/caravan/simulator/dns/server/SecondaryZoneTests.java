package dev.caravan.simulator.dns.server;

import static dev.caravan.simulator.dns.zone.ZoneFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.zone.ZoneFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;

class SecondaryZoneTests {

    private static final String PRIMARY = "127.0.0.1";
    private static final String SECONDARY = "127.0.0.2";
    private static final String TRANSFER = "transfer of fabrikam.example. to " + SECONDARY;
    private static final Map<String, String> ZONES = Map.of("fabrikam.example", ZoneFixture.HEAD);
    private static final Record X = record("x", 60, "A", "198.51.100.9");

    @TempDir
    Path data;

    private Servers servers;

    @BeforeEach
    void start() {
        servers = Servers.start(data, ZONES);
    }

    private void restart() {
        servers.close();
        servers = Servers.start(data, new TestTime(servers.time.instant().toString()), ZONES);
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void follows_some_time_after_it_was_told() {
        // Given
        servers.add(X);
        servers.settle();
        // When
        servers.time.advance(Duration.ofSeconds(4));
        // Then
        assertThat(servers.answer(SECONDARY, "x", Type.A)).isEmpty();
        servers.time.advance(Duration.ofSeconds(1));
        assertThat(servers.answer(SECONDARY, "x", Type.A)).containsExactly("x.fabrikam.example. 60 IN A 198.51.100.9");
        assertThat(servers.serial(SECONDARY)).isEqualTo(2026112002L);
    }

    @Test
    void follows_many_changes_in_one_transfer() {
        // Given
        for (int number = 0; number < 20; number++) {
            servers.add(record("h" + number, 60, "A", "198.51.100." + number));
        }
        servers.settle();
        // When
        servers.time.advance(Duration.ofSeconds(5));
        // Then
        assertThat(servers.serial(SECONDARY)).isEqualTo(2026112021L);
        assertThat(servers.answer(SECONDARY, "h19", Type.A)).hasSize(1);
    }

    @Test
    void what_servers_ask_each_other_is_nobodys_call() {
        // Given
        servers.add(X);
        servers.settle();
        // When
        servers.time.advance(Duration.ofHours(3));
        // Then
        assertThat(servers.ledger.after(0))
                .singleElement()
                .satisfies(call -> assertThat(call.method()).isEqualTo("UPDATE"));
    }

    @Test
    void looks_again_after_the_refresh_time_without_being_told() {
        // Then
        assertThat(servers.time.due(TRANSFER)).containsExactly(Instant.parse("2026-11-20T10:00:00Z"));
        servers.time.advance(Duration.ofHours(2));
        assertThat(servers.time.due(TRANSFER)).containsExactly(Instant.parse("2026-11-20T12:00:00Z"));
    }

    @Test
    void lags_as_long_as_it_is_asked_to() {
        // Given
        servers.fault("secondary-lag", null, Map.of("lagSeconds", 21_600));
        servers.add(X);
        servers.settle();
        // When
        servers.time.advance(Duration.ofSeconds(21_599));
        // Then
        assertThat(servers.answer(SECONDARY, "x", Type.A)).isEmpty();
        servers.time.advance(Duration.ofSeconds(1));
        assertThat(servers.answer(SECONDARY, "x", Type.A)).hasSize(1);
    }

    @Test
    void a_second_change_does_not_put_a_lagging_transfer_off() {
        // Given
        servers.fault("secondary-lag", null, Map.of("lagSeconds", 100));
        servers.add(X);
        servers.settle();
        servers.time.advance(Duration.ofSeconds(60));
        // When
        servers.add(record("y", 60, "A", "198.51.100.9"));
        servers.settle();
        // Then
        servers.time.advance(Duration.ofSeconds(40));
        assertThat(servers.answer(SECONDARY, "x", Type.A)).hasSize(1);
    }

    @Test
    void goes_on_where_it_was_when_everything_was_killed() {
        // Given
        servers.add(X);
        servers.settle();
        servers.time.advance(Duration.ofSeconds(5));
        servers.fault("secondary-lag", null, Map.of("lagSeconds", 3600));
        servers.add(record("y", 60, "A", "198.51.100.9"));
        servers.settle();
        // When
        restart();
        servers.settle();
        // Then
        assertThat(servers.serial(PRIMARY)).isEqualTo(2026112003L);
        assertThat(servers.serial(SECONDARY)).isEqualTo(2026112002L);
        servers.time.advance(Duration.ofSeconds(3600));
        assertThat(servers.serial(SECONDARY)).isEqualTo(2026112003L);
    }

    @Test
    void a_change_that_nobody_heard_of_is_told_after_a_restart() {
        // Given
        servers.add(X);
        servers.settle();
        // When
        restart();
        servers.settle();
        servers.time.advance(Duration.ofSeconds(5));
        // Then
        assertThat(servers.serial(SECONDARY)).isEqualTo(2026112002L);
    }

    @Test
    void history_is_remembered_over_a_restart() {
        // Given
        servers.add(X);
        servers.add(record("y", 60, "A", "198.51.100.9"));
        // When
        restart();
        // Then
        assertThat(servers.zoneText().orElseThrow())
                .isEqualTo(ZoneFixture.HEAD.replace("2026112001", "2026112003")
                        + "x 60 IN A 198.51.100.9\ny 60 IN A 198.51.100.9\n");
        assertThat(servers.ledger.after(0)).hasSize(2);
    }

    @Test
    void falls_silent_when_its_copy_is_too_old() {
        // Given
        servers.close();
        servers = Servers.start(
                data.resolve("short"), Map.of("fabrikam.example", ZoneFixture.HEAD.replace("1209600", "9000")));
        servers.fleet.close();
        // When
        servers.time.advance(Duration.ofSeconds(9000));
        // Then
        assertThat(servers.copy(SECONDARY).version()).isPresent();
        servers.time.advance(Duration.ofSeconds(1));
        assertThat(servers.copy(SECONDARY).version()).isEmpty();
        assertThat(servers.time.due(TRANSFER)).containsExactly(Instant.parse("2026-11-20T10:45:00Z"));
    }

    @Test
    void a_zone_of_a_hundred_thousand_records_is_transferred_whole() throws IOException, ZoneTransferException {
        // Given
        StringBuilder zone = new StringBuilder(ZoneFixture.HEAD);
        for (int number = 0; number < 100_000; number++) {
            zone.append("h").append(number).append(" 60 IN A 198.51.100.1\n");
        }
        servers.close();
        servers = Servers.start(data.resolve("large"), Map.of("fabrikam.example", zone.toString()));
        servers.add(X);
        servers.settle();
        // When
        List<Record> records = servers.transfer(PRIMARY, Servers.key());
        // Then
        assertThat(records).hasSize(100_007);
        servers.time.advance(Duration.ofSeconds(5));
        assertThat(servers.answer(SECONDARY, "x", Type.A)).hasSize(1);
        assertThat(servers.ask(SECONDARY, "h99999", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
    }
}
