package dev.caravan.kit.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientsTests {

    @Test
    void what_was_never_committed_is_not_read_whoever_asks_for_it() {
        assertThatThrownBy(() -> clients(Map.of("isolation.level", "read_uncommitted")))
                .hasMessageStartingWith("spring.kafka.consumer.isolation-level: must be read_committed, is read_unc");
        assertThatThrownBy(() -> clients(Map.of())).isInstanceOf(UncommittedReads.class);
        assertThatCode(() -> clients(Map.of("isolation.level", "read_committed")))
                .doesNotThrowAnyException();
    }

    private static KafkaClients clients(Map<String, Object> consumer) {
        return new KafkaClients(List.of("127.0.0.1:1"), consumer, Map.of());
    }
}
