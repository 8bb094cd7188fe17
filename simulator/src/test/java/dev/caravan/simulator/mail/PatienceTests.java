package dev.caravan.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private static final Instant SENT = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void a_sender_waits_half_an_hour_at_first_and_less_than_five_days_in_all() {
        // Given
        Instant last = SENT;
        int attempts = 1;
        // When
        for (Optional<Instant> next = Patience.next(SENT, last, attempts);
                next.isPresent();
                next = Patience.next(SENT, last, ++attempts)) {
            assertThat(Duration.between(last, next.get())).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
            last = next.get();
        }
        // Then
        assertThat(Duration.between(SENT, last)).isBetween(Duration.ofDays(4), Duration.ofDays(5));
        assertThat(attempts).isBetween(30, 50);
    }
}
