package dev.caravan.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuaranteesTests {

    private static final String GUARANTEE = "processing.guarantee";
    private static final String EXACTLY_ONCE = "exactly_once_v2";

    @Test
    void settings_as_the_service_brings_them_are_fine() {
        assertThatCode(() -> Guarantees.require(
                        Map.of(GUARANTEE, EXACTLY_ONCE, "main.consumer.isolation.level", "read_committed")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at_least_once", "exactly_once"})
    void less_than_exactly_once_is_refused(String guarantee) {
        assertThatThrownBy(() -> Guarantees.require(Map.of(GUARANTEE, guarantee)))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("spring.kafka.streams.properties.processing.guarantee: must be exactly_once_v2")
                .hasMessageContaining("is " + guarantee);
    }

    @Test
    void no_guarantee_at_all_is_refused() {
        assertThatThrownBy(() -> Guarantees.require(Map.of())).isInstanceOf(RefusedStart.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isolation.level",
                "consumer.isolation.level",
                "main.consumer.isolation.level",
                "restore.consumer.isolation.level"
            })
    void a_consumer_that_reads_what_was_not_committed_is_refused_by_its_name(String setting) {
        assertThatThrownBy(() -> Guarantees.require(Map.of(GUARANTEE, EXACTLY_ONCE, setting, "read_uncommitted")))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("spring.kafka.streams.properties." + setting + ": must be read_committed");
    }
}
