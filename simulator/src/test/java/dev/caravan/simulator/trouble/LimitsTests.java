package dev.caravan.simulator.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much Microsoft lets an application do.
class LimitsTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Fault UNSAID = new Fault("tenant-quota", null, null, null, Map.of());

    @ParameterizedTest
    @CsvSource({"49, 3500", "50, 5000", "500, 5000", "501, 8000"})
    @DisplayName("C.8 [C: GDC] 3500 units in 10 s for less than 50 users, 5000 for up to 500, 8000 above")
    void the_size_of_a_tenant_tells_how_much(int users, long units) {
        // When
        Bucket bucket = Limits.of(users, UNSAID).ofUnits(NOW);
        // Then
        assertExhausted(bucket, units, Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("C.8 [C: GDC] 3000 writes in 2 min 30 s")
    void writes_are_limited() {
        // When
        Bucket bucket = Limits.of(1, UNSAID).ofWrites(NOW);
        // Then
        assertExhausted(bucket, 3000, Duration.ofSeconds(150));
    }

    @Test
    @DisplayName("C.8 [C] 10 000 requests to one mailbox in 10 minutes")
    void requests_to_a_mailbox_are_limited() {
        // When
        Bucket bucket = Limits.of(1, UNSAID).ofRequests(NOW);
        // Then
        assertExhausted(bucket, 10_000, Duration.ofMinutes(10));
    }

    private static void assertExhausted(Bucket bucket, long size, Duration window) {
        assertThat(bucket.take(size, NOW)).isEmpty();
        assertThat(bucket.take(1, NOW)).isPresent();
        Duration wait = bucket.take(size, NOW).orElseThrow();
        assertThat(wait).isBetween(window, window.plusMillis(1));
        assertThat(bucket.take(size, NOW.plus(wait))).isEmpty();
    }
}
