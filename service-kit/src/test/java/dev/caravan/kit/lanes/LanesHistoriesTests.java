package dev.caravan.kit.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random histories of arrivals, starts, ends and rebalances; each seed is one history.
class LanesHistoriesTests {

    private static final int PARTITIONS = 3;
    private static final int ACCOUNTS = 5;
    private static final int TURNS = 600;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_is_lost_or_overtaken_in_any_history(long seed) {
        // Given
        var history = new History(new Random(seed));

        // When
        for (var turn = 0; turn < TURNS; turn++) {
            history.turn();
        }
        history.drain();

        // Then
        assertThat(history.log)
                .allSatisfy(partition -> assertThat(partition.finished)
                        .containsExactlyInAnyOrderElementsOf(offsetsBelow(partition.commands.size())));
    }

    private static List<Long> offsetsBelow(long end) {
        return LongStream.range(0, end).boxed().toList();
    }

    /// One partition, whose commands come again until their position is committed.
    private static final class Partition {

        private final int number;
        private final List<String> commands = new ArrayList<>();
        private final Set<Long> finished = new HashSet<>();
        private int fetched;
        private long committed;

        Partition(int number) {
            this.number = number;
        }
    }

    private static final class History {

        private final Random random;
        private final LaneLimits limits;
        private final Lanes<String> lanes;
        private final List<Partition> log =
                IntStream.range(0, PARTITIONS).mapToObj(Partition::new).toList();
        private final List<Ticket<String>> running = new ArrayList<>();
        private final Map<String, Long> lastStarted = new HashMap<>();

        History(Random random) {
            this.random = random;
            this.limits = new LaneLimits(1 + random.nextInt(3), 1 + random.nextInt(6), 1 + random.nextInt(4), 2000);
            this.lanes = new Lanes<>(limits);
            log.forEach(this::assign);
        }

        void turn() {
            var partition = log.get(random.nextInt(PARTITIONS));
            switch (random.nextInt(20)) {
                case 0 -> rebalance(partition);
                case 1, 2, 3, 4, 5, 6 -> partition.commands.add(partition.number + "/" + random.nextInt(ACCOUNTS));
                case 7, 8, 9, 10 -> fetch(partition);
                case 11, 12, 13 -> start();
                case 14, 15, 16, 17 -> finishOne();
                default -> commit();
            }
        }

        void drain() {
            while (log.stream().anyMatch(partition -> partition.committed < partition.commands.size())) {
                log.forEach(this::fetch);
                start();
                finishOne();
                commit();
            }
        }

        private void assign(Partition partition) {
            lanes.assigned(partition.number);
            partition.fetched = (int) partition.committed;
            lastStarted.keySet().removeIf(lane -> lane.startsWith(partition.number + "/"));
        }

        private void rebalance(Partition partition) {
            for (var ticket : lanes.stop(Set.of(partition.number))) {
                if (random.nextBoolean()) {
                    running.remove(ticket);
                    lanes.abandoned(ticket);
                }
            }
            commit();
            lanes.forget(Set.of(partition.number));
            assign(partition);
        }

        private void fetch(Partition partition) {
            if (partition.fetched < partition.commands.size() && !lanes.full().contains(partition.number)) {
                var lane = partition.commands.get(partition.fetched);
                lanes.arrived(partition.number, partition.fetched, lane, random.nextInt(500), lane);
                partition.fetched++;
            }
        }

        private void start() {
            for (var ticket : lanes.start()) {
                running.add(ticket);
                var before = lastStarted.put(ticket.lane(), ticket.offset());
                assertThat(before == null || before < ticket.offset())
                        .as("order of a lane")
                        .isTrue();
            }
            assertThat(running).hasSize(lanes.running()).hasSizeLessThanOrEqualTo(limits.runningMax());
            running.forEach(ticket -> assertThat(sameLane(ticket)).isLessThanOrEqualTo(limits.runningPerLaneMax()));
        }

        private long sameLane(Ticket<String> ticket) {
            return running.stream()
                    .filter(other -> other.lane().equals(ticket.lane()))
                    .count();
        }

        private void finishOne() {
            if (!running.isEmpty()) {
                var ticket = running.remove(random.nextInt(running.size()));
                lanes.finished(ticket);
                log.get(ticket.partition()).finished.add(ticket.offset());
            }
        }

        private void commit() {
            lanes.advance().forEach((number, position) -> {
                var partition = log.get(number);
                partition.committed = position;
                assertThat(partition.finished)
                        .as("what is finished, where %d is committed", position)
                        .containsAll(offsetsBelow(position));
            });
        }
    }
}
