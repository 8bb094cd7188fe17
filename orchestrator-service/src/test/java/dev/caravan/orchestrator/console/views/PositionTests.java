package dev.caravan.orchestrator.console.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

    @Test
    void a_position_reads_as_it_is_written() {
        // Given
        var position = Position.START.with(3, 17).with(0, 4).with(3, 18);

        // Then
        assertThat(position).hasToString("0:4,3:18");
        assertThat(Position.parse("0:4,3:18")).contains(position);
        assertThat(Position.parse("")).contains(Position.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1:", ":1", "1:2,", "1:-2", "1:99999999999999999999", "<script>"})
    void anything_else_is_no_position(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void a_record_comes_before_or_after_it_in_its_partition() {
        // Given
        var position = Position.START.with(0, 4);

        // Then
        assertThat(position.isBefore(0, 4)).isFalse();
        assertThat(position.isBefore(0, 5)).isTrue();
        assertThat(position.isBefore(1, 0)).isTrue();
        assertThat(Position.START.isWithin(position)).isTrue();
        assertThat(position.isWithin(position)).isTrue();
        assertThat(position.with(1, 0).isWithin(position)).isFalse();
    }
}
