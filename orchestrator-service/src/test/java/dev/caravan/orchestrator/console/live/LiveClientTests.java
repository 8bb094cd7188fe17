package dev.caravan.orchestrator.console.live;

import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.views.Position;
import dev.caravan.orchestrator.console.views.RunViews.Snapshot;
import dev.caravan.orchestrator.console.views.ViewUpdate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveClientTests {

    @Test
    void a_client_that_is_too_slow_is_let_go_and_nobody_waits_for_it() throws InterruptedException {
        // Given
        var client = new LiveClient(_ -> true, new LiveSettings(1, 2, Duration.ofMinutes(1)));
        var update = new ViewUpdate.OfRun(aRun("slow").build(), Position.START);

        // When
        for (var count = 0; count < 3; count++) {
            client.accept(update);
        }

        // Then
        var serving = Thread.ofVirtual().start(() -> client.serve(new Snapshot(List.of(), List.of(), Position.START)));
        assertThat(serving.join(Duration.ofSeconds(30))).isTrue();
    }
}
