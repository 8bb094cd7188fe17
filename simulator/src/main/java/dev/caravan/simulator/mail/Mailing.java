package dev.caravan.simulator.mail;

import dev.caravan.simulator.clock.Agenda;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.world.TenantState;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/// Writes every world's letters in their rhythm, and tries those again that did not arrive.
final class Mailing implements SmartLifecycle {

    private final MailSettings settings;
    private final List<World> worlds;
    private final SimulatedClock clock;
    private final Agenda agenda;
    private final Messages messages;
    private final Delivery delivery;
    private final Map<String, Correspondence> correspondences = new HashMap<>();
    private volatile boolean running;

    Mailing(
            MailSettings settings,
            Worlds worlds,
            TenantState tenants,
            SimulatedClock clock,
            Agenda agenda,
            Messages messages,
            MailExchangers exchangers) {
        this.settings = settings;
        this.worlds = worlds.all();
        this.clock = clock;
        this.agenda = agenda;
        this.messages = messages;
        this.delivery = new Delivery(new PostOffices(worlds, tenants), exchangers);
    }

    @Override
    public void start() {
        for (World world : worlds) {
            Correspondence correspondence = new Correspondence(world, settings.seed());
            correspondences.put(world.name(), correspondence);
            if (!settings.interval().isZero() && !correspondence.silent()) {
                planNext(world, correspondence, messages.count(world.name()));
            }
        }
        resume();
        running = true;
    }

    private void planNext(World world, Correspondence correspondence, long number) {
        Duration interval = settings.interval();
        Instant due = clock.beginning()
                .plusSeconds(correspondence.firstAfter(interval.toSeconds()))
                .plus(interval.multipliedBy(number));
        agenda.at(due, "letter " + number + " of " + world.name(), now -> {
            Letter letter = correspondence.letter(number);
            Message message =
                    messages.sent(world.name(), letter.from(), letter.to().toString(), now, delivery.attempt(letter));
            planRetry(message, letter);
            planNext(world, correspondence, number + 1);
        });
    }

    private void planRetry(Message message, Letter letter) {
        if (message.state() != Message.State.DEFERRED) {
            return;
        }
        Instant last = message.attempts().getLast().time();
        Optional<Instant> next =
                Patience.next(message.sent(), last, message.attempts().size());
        Instant due = next.orElse(message.sent().plus(Patience.GIVE_UP_AFTER));
        agenda.at(due, "message " + message.seq(), now -> {
            Outcome outcome = next.isPresent()
                    ? delivery.attempt(letter)
                    : new Outcome.Bounced(
                            null,
                            "550 5.4.7 not delivered within "
                                    + Patience.GIVE_UP_AFTER.toDays() + " days: "
                                    + message.attempts().getLast().result());
            planRetry(messages.tried(message, now, outcome), letter);
        });
    }

    /// Takes up the letters of an earlier process that have not arrived yet.
    private void resume() {
        Map<String, Long> numbers = new HashMap<>();
        for (Message message : messages.all()) {
            long number = numbers.merge(message.world(), 1L, Long::sum) - 1;
            Correspondence correspondence = correspondences.get(message.world());
            if (correspondence != null && message.state() == Message.State.DEFERRED) {
                planRetry(message, correspondence.letter(number));
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After the name servers, before the agenda.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 16_384;
    }
}
