package dev.caravan.simulator.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialTests {

    @ParameterizedTest
    @CsvSource({
        "2, 1, true",
        "1, 2, false",
        "1, 1, false",
        "0, 4294967295, true",
        "4294967295, 0, false",
        "2147483648, 1, true",
        "2147483649, 1, false",
        "1, 2147483650, true"
    })
    void is_compared_in_the_circle(long one, long other, boolean after) {
        // When
        boolean answer = new Serial(one).isAfter(new Serial(other));
        // Then
        assertThat(answer).isEqualTo(after);
    }

    @Test
    void goes_round_the_circle_past_zero() {
        // Given
        Serial last = new Serial(4_294_967_295L);
        // When
        Serial next = last.next();
        // Then
        assertThat(next).isEqualTo(new Serial(1));
        assertThat(next.isAfter(last)).isTrue();
    }

    @Test
    void has_32_bits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Serial(4_294_967_296L));
    }
}
