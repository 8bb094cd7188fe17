package dev.caravan.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StopSignalTests {

    private final StopSignal stop = new StopSignal();

    @Test
    void it_ends_a_pause_and_leaves_no_interrupt_behind() throws InterruptedException {
        // Given
        var resting = new CountDownLatch(1);
        var interruptedAfterwards = new AtomicBoolean(true);
        var thread = Thread.ofVirtual().start(() -> {
            stop.rest(() -> {
                resting.countDown();
                restForever();
            });
            interruptedAfterwards.set(Thread.currentThread().isInterrupted());
        });
        resting.await();

        // When
        stop.stop();
        thread.join();

        // Then
        assertThat(interruptedAfterwards).isFalse();
        assertThat(stop.isStopped()).isTrue();
    }

    @Test
    void a_pause_after_it_does_not_begin() {
        // Given
        stop.stop();
        var begun = new AtomicBoolean();

        // When
        stop.rest(() -> begun.set(true));

        // Then
        assertThat(begun).isFalse();
    }

    private static void restForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
