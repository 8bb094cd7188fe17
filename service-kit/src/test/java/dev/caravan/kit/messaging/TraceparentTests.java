package dev.caravan.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTests {

    private static final String HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void a_child_stays_in_its_trace_with_a_span_of_its_own() {
        // Given
        var parent = Traceparent.parse(HEADER).orElseThrow();

        // When
        var child = parent.child(new Random(1));

        // Then
        assertThat(child.traceId()).isEqualTo(parent.traceId());
        assertThat(child.flags()).isEqualTo("01");
        assertThat(child.spanId()).isNotEqualTo(parent.spanId()).hasSize(16);
    }

    @Test
    void a_root_is_what_its_own_header_says() {
        // Given
        var root = Traceparent.root(new Random(1));

        // When
        var parsed = Traceparent.parse(root.toString());

        // Then
        assertThat(parsed).contains(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void a_header_outside_the_specification_says_nothing(String header) {
        assertThat(Traceparent.parse(header)).isEmpty();
    }
}
