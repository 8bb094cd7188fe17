package dev.caravan.simulator.mail;

import dev.caravan.simulator.clock.Agenda;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.TenantState;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/// Writes every world's letters in their rhythm, and tries those again that did not arrive.
final class Mailing implements SmartLifecycle, PostBox {

    private final MailSettings settings;
    private final List<World> worlds;
    private final SimulatedClock clock;
    private final Agenda agenda;
    private final Messages messages;
    private final Delivery delivery;
    private final Outbox outbox;
    private final Arrivals arrivals;
    private final TenantState tenants;
    private final Map<String, Correspondence> correspondences = new HashMap<>();
    private volatile boolean running;

    Mailing(
            MailSettings settings,
            Worlds worlds,
            TenantState tenants,
            SimulatedClock clock,
            Agenda agenda,
            Messages messages,
            MailExchangers exchangers,
            Outbox outbox,
            Arrivals arrivals) {
        this.outbox = outbox;
        this.arrivals = arrivals;
        this.tenants = tenants;
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
            BiFunction<Letter, Instant, Outcome> attempting =
                    attempting(DrawnMessage.of(world.name(), number, letter, now));
            Message message = messages.sent(
                    world.name(), letter.from(), letter.to().toString(), now, attempting.apply(letter, now));
            planRetry(message, letter, attempting);
            planNext(world, correspondence, number + 1);
        });
    }

    /// @param attempting tries to deliver the letter at an instant
    private void planRetry(Message message, Letter letter, BiFunction<Letter, Instant, Outcome> attempting) {
        if (message.state() != Message.State.DEFERRED) {
            return;
        }
        Instant last = message.attempts().getLast().time();
        Optional<Instant> next =
                Patience.next(message.sent(), last, message.attempts().size());
        Instant due = next.orElse(message.sent().plus(Patience.GIVE_UP_AFTER));
        agenda.at(due, "message " + message.seq(), now -> {
            Outcome outcome = next.isPresent()
                    ? attempting.apply(letter, now)
                    : new Outcome.Bounced(
                            null,
                            "550 5.4.7 not delivered within "
                                    + Patience.GIVE_UP_AFTER.toDays() + " days: "
                                    + message.attempts().getLast().result());
            planRetry(messages.tried(message, now, outcome), letter, attempting);
        });
    }

    /// Takes up the letters of an earlier process that have not arrived yet.
    private void resume() {
        Map<String, Long> numbers = new HashMap<>();
        for (Message message : messages.all()) {
            Optional<Posted> posted = messages.posted(message).flatMap(outbox::find);
            if (posted.isPresent()) {
                planRetry(message, letter(posted.get()), attempting(posted.get().message()));
                continue;
            }
            long number = numbers.merge(message.world(), 1L, Long::sum) - 1;
            Correspondence correspondence = correspondences.get(message.world());
            if (correspondence != null && message.state() == Message.State.DEFERRED) {
                Letter letter = correspondence.letter(number);
                planRetry(
                        message, letter, attempting(DrawnMessage.of(message.world(), number, letter, message.sent())));
            }
        }
        outbox.all().stream().filter(letter -> !messages.holds(letter)).forEach(this::planFirst);
    }

    @Override
    public Entry entry(Posted letter) {
        return Outbox.entry(letter);
    }

    @Override
    public void takes(Posted letter) {
        outbox.add(letter);
        planFirst(letter);
    }

    private void planFirst(Posted posted) {
        agenda.at(posted.written(), "letter " + posted.id(), now -> {
            Letter letter = letter(posted);
            BiFunction<Letter, Instant, Outcome> attempting = attempting(posted.message());
            Outcome outcome = attempting.apply(letter, now);
            planRetry(messages.sent(posted, now, outcome), letter, attempting);
        });
    }

    /// What arrives is put where it belongs before it is told that it has arrived.
    private BiFunction<Letter, Instant, Outcome> attempting(JsonNode message) {
        return (letter, now) -> {
            Outcome outcome = delivery.attempt(letter);
            if (outcome instanceof Outcome.Delivered delivered && delivered.tenant() != null) {
                arrivals.arrived(delivered.tenant(), letter.to().toString(), message, now);
            }
            return outcome;
        };
    }

    private Letter letter(Posted posted) {
        Address to = Address.find(posted.to()).orElseThrow();
        Optional<Tenant> sender = worlds.stream()
                .flatMap(world -> world.tenants().stream())
                .filter(tenant -> tenant.id().equals(posted.tenant()))
                .findFirst();
        return new Letter(posted.from(), to, sender, !isOfAWorld(to.domain()));
    }

    private boolean isOfAWorld(DomainName domain) {
        return worlds.stream()
                .anyMatch(world ->
                        world.zones().stream().anyMatch(zone -> zone.zone().holds(domain))
                                || world.tenants().stream()
                                        .map(tenants::now)
                                        .anyMatch(tenant ->
                                                tenant.verifiedDomains().contains(domain) || tenant.accepts(domain)));
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
