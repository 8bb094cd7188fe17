package dev.caravan.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AwaitedMailTests {

    private static final Instant END = Instant.parse("2026-12-04T20:00:00Z");

    private final AwaitedMail mail = new AwaitedMail();

    @Test
    void it_is_awaited_until_all_has_arrived_or_for_twelve_hours() {
        assertThat(mail.isUnderWay(END, 3)).isTrue();
        assertThat(mail.isUnderWay(END.plus(Duration.ofHours(2)), 1)).isTrue();
        assertThat(mail.isUnderWay(END.plus(Duration.ofHours(3)), 0)).isFalse();
        assertThat(mail.isUnderWay(END.plus(Duration.ofHours(12)), 1)).isFalse();
    }

    @Test
    void there_is_always_a_moment_to_skip_to_and_it_stays_until_it_has_come() {
        // When
        var first = mail.lookAt(END);
        var same = mail.lookAt(END.plusSeconds(10));
        var next = mail.lookAt(first);

        // Then
        assertThat(first).isEqualTo(END.plus(Duration.ofMinutes(30)));
        assertThat(same).isEqualTo(first);
        assertThat(next).isEqualTo(first.plus(Duration.ofMinutes(30)));
    }
}
