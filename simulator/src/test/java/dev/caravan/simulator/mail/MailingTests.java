package dev.caravan.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.clock.Agenda;
import dev.caravan.simulator.clock.ClockTestAccess;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.mail.MailExchangers.Answer;
import dev.caravan.simulator.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailingTests {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final MailSettings HALF_HOURLY = new MailSettings(Duration.ofMinutes(30), 1);

    @TempDir
    Path directory;

    private final Worlds worlds = MailWorld.load();

    @Test
    void fourteen_quiet_days_bring_a_letter_every_half_hour_and_every_one_arrives() {
        // Given
        List<Message> messages = simulate(MailWorld.classic(), clock -> skip(clock, Duration.ofDays(14)));
        // Then
        assertThat(messages).hasSize(14 * 48).allSatisfy(message -> {
            assertThat(message.state()).isEqualTo(Message.State.DELIVERED);
            assertThat(message.deliveredAt()).isEqualTo(message.sent());
            assertThat(message.attempts()).hasSize(1);
        });
        assertThat(messages).extracting(Message::seq).isSorted().doesNotHaveDuplicates();
        assertThat(messages)
                .extracting(Message::deliveredTenant)
                .contains(MailWorld.FABRIKAM)
                .containsNull();
        assertThat(messages).extracting(Message::from).anyMatch(from -> from.endsWith("@contoso.example"));
    }

    @Test
    void the_same_seed_brings_the_same_letters() {
        // Given
        List<Message> first = simulate(MailWorld.classic(), clock -> skip(clock, Duration.ofDays(2)));
        // When
        List<Message> second = simulateIn(
                directory.resolve("again"), HALF_HOURLY, MailWorld.classic(), clock -> skip(clock, Duration.ofDays(2)));
        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void letters_wait_for_an_unreachable_host_and_arrive_when_it_is_there() {
        // Given
        Instant open = START.plus(Duration.ofHours(5));
        MailExchangers parked = domain -> ClockTestAccess.last().instant().isBefore(open)
                ? new Answer.Hosts(List.of("parked.invalid"))
                : MailWorld.classic().find(domain);
        // When
        List<Message> messages = simulate(parked, clock -> skip(clock, Duration.ofDays(2)));
        // Then
        Message early = messages.stream()
                .filter(message -> message.attempts().size() > 1)
                .findFirst()
                .orElseThrow();
        assertThat(messages).extracting(Message::state).containsOnly(Message.State.DELIVERED);
        assertThat(early.deliveredAt()).isBetween(open, open.plus(Duration.ofHours(3)));
        assertThat(early.attempts().getFirst().result()).startsWith("451 4.4.1");
    }

    @Test
    void a_sender_gives_up_after_five_days() {
        // Given
        List<Message> messages = simulate(MailWorld.hosts("parked.invalid"), clock -> skip(clock, Duration.ofDays(6)));
        // When
        Message first = messages.stream()
                .filter(message -> message.attempts().size() > 1)
                .findFirst()
                .orElseThrow();
        // Then
        assertThat(first.state()).isEqualTo(Message.State.BOUNCED);
        assertThat(first.attempts().getLast().result()).startsWith("550 5.4.7 not delivered within 5 days");
        assertThat(Duration.between(first.sent(), first.attempts().getLast().time()))
                .isEqualTo(Duration.ofDays(5));
        assertThat(messages).extracting(Message::state).contains(Message.State.DEFERRED);
    }

    @Test
    void a_killed_simulator_goes_on_with_the_letters_where_it_was() {
        // Given
        List<Message> uninterrupted =
                simulateIn(directory.resolve("a"), HALF_HOURLY, MailWorld.hosts("parked.invalid"), clock -> {
                    skip(clock, Duration.ofDays(1));
                    skip(clock, Duration.ofDays(6));
                });
        Path killed = directory.resolve("b");
        simulateIn(killed, HALF_HOURLY, MailWorld.hosts("parked.invalid"), clock -> skip(clock, Duration.ofDays(1)));
        // When
        List<Message> resumed = simulateIn(
                killed, HALF_HOURLY, MailWorld.hosts("parked.invalid"), clock -> skip(clock, Duration.ofDays(6)));
        // Then
        assertThat(resumed).isEqualTo(uninterrupted);
    }

    @Test
    void no_interval_no_letters() {
        // Given
        MailSettings never = new MailSettings(Duration.ZERO, 1);
        // When
        List<Message> messages =
                simulateIn(directory, never, MailWorld.classic(), clock -> skip(clock, Duration.ofDays(2)));
        // Then
        assertThat(messages).isEmpty();
    }

    private List<Message> simulate(MailExchangers exchangers, Consumer<ClockTestAccess> acts) {
        return simulateIn(directory.resolve("first"), HALF_HOURLY, exchangers, acts);
    }

    private List<Message> simulateIn(
            Path data, MailSettings settings, MailExchangers exchangers, Consumer<ClockTestAccess> acts) {
        try (Journal journal = Journal.open(data)) {
            SimulatedClock clock = ClockTestAccess.slow(START, journal);
            Agenda agenda = new Agenda(clock);
            Messages messages = new Messages(journal);
            journal.replay(entry -> {
                if (messages.kinds().contains(entry.kind())) {
                    messages.recall(entry);
                } else {
                    clock.recall(entry);
                }
            });
            new Mailing(
                            settings,
                            worlds,
                            loaded -> loaded,
                            clock,
                            agenda,
                            messages,
                            exchangers,
                            new Outbox(),
                            (_, _, _, _) -> {})
                    .start();
            acts.accept(new ClockTestAccess(clock, agenda));
            return messages.all();
        }
    }

    private static void skip(ClockTestAccess clock, Duration sinceStart) {
        clock.skip(START.plus(sinceStart));
    }
}
