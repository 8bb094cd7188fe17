package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Mailboxes and groups that are gone but can come back as the same, for thirty days.
public record Parting(Change change) {

    private static final Duration TIME = Duration.ofDays(30);
    private static final String UNTIL = "until";
    private static final String LINKS = "links";
    private static final String OBJECT = "object";

    /// Puts a recipient aside.
    void from(Recipient recipient) {
        ObjectNode state = JsonMapper.shared()
                .createObjectNode()
                .put("id", recipient.id())
                .put("kind", recipient.kind().file())
                .put(UNTIL, change.instant().plus(TIME).toString());
        state.set(OBJECT, recipient.object().value());
        state.set(LINKS, Link.written(change.place().linksOf(recipient.kind(), recipient.object())));
        change.remove(recipient.kind(), recipient.object());
        change.add(Kind.RECIPIENT_STATES, state);
    }

    /// Brings back what was put aside, if its time is not over; whatever was there it takes along for good then.
    Optional<Recipient> back(String id) {
        Optional<JsonLine> state = change.tenant().all(Kind.RECIPIENT_STATES).stream()
                .filter(kept -> kept.is("id", id))
                .findFirst();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Instant until = state.get().instant(UNTIL).orElse(Instant.MIN);
        if (!until.isAfter(change.instant())) {
            new Erasure(change).traces(id);
            return Optional.empty();
        }
        Kind kind = state.get().text("kind").flatMap(Kind::of).orElseThrow();
        change.remove(Kind.RECIPIENT_STATES, state.get());
        change.add(
                kind,
                (ObjectNode) state.get().value().path(OBJECT),
                Link.read(state.get().value().path(LINKS)).toArray(Link[]::new));
        return change.recipients().withId(id);
    }
}
