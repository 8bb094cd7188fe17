package dev.caravan.simulator.tenants;

import dev.caravan.simulator.unclear.Removal;
import dev.caravan.simulator.world.DomainEvent;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What happens to domains some time after it was asked for: it waits in a file of its own.
public final class DomainStates {

    private static final String STATE = "state";
    private static final String REMOVAL = "ForceDelete";
    private static final String IN_PROGRESS = "InProgress";

    private DomainStates() {}

    /// A domain's object in the directory.
    public static Optional<JsonLine> domain(Change change, DomainName name) {
        return change.tenant().all(Kind.DOMAINS).stream()
                .filter(domain -> domain.is("id", name.text()))
                .findFirst();
    }

    /// Exchange learns of a verified domain at an instant.
    public static void acceptAt(Change change, DomainName name, Instant instant) {
        await(change, state(name).put(DomainEvent.ACCEPTANCE.property(), instant.toString()));
    }

    /// A domain is verified at an instant, and Exchange learns of it later.
    public static void takeOverAt(Change change, JsonLine domain, Instant verified, Instant accepted) {
        DomainName name = name(domain);
        show(change, domain, "Verification", "Scheduled", change.instant());
        await(
                change,
                state(name)
                        .put(DomainEvent.TAKEOVER.property(), verified.toString())
                        .put(DomainEvent.ACCEPTANCE.property(), accepted.toString()));
    }

    /// A domain is on its way out: it still shows and still is this tenant's, but Exchange neither accepts it
    /// any longer nor signs letters of it.
    ///
    /// @param end when it is gone, or when that has failed
    public static void releaseAt(Change change, JsonLine domain, Removal removal, Instant end) {
        DomainName name = name(domain);
        Instant now = change.instant();
        show(change, domain, REMOVAL, removal == Removal.SCHEDULED ? "Scheduled" : IN_PROGRESS, now);
        AcceptedDomains.leave(change, name);
        SigningConfigs.leave(change, name);
        ObjectNode state = state(name);
        switch (removal) {
            case IN_PROGRESS -> state.put(DomainEvent.RELEASE.property(), end.toString());
            case SCHEDULED -> {
                Instant start = now.plus(Duration.between(now, end).dividedBy(2));
                state.put(DomainEvent.START.property(), start.toString());
                state.put(DomainEvent.RELEASE.property(), end.toString());
            }
            case FAILING -> state.put(DomainEvent.FAILURE.property(), end.toString());
        }
        await(change, state);
    }

    /// Lets everything happen that is due.
    static void catchUp(Change change, Instant now) {
        for (JsonLine waiting : change.tenant().all(Kind.DOMAIN_STATES)) {
            for (DomainEvent event : DomainEvent.values()) {
                waiting.instant(event.property())
                        .filter(due -> !due.isAfter(now))
                        .ifPresent(due -> {
                            DomainName name = name(waiting);
                            over(change, name, event);
                            domain(change, name).ifPresent(domain -> happen(change, event, domain, due));
                        });
            }
        }
    }

    private static void over(Change change, DomainName name, DomainEvent event) {
        waiting(change, name).forEach(state -> {
            ObjectNode rest = ((ObjectNode) state.value()).deepCopy();
            rest.remove(event.property());
            change.remove(Kind.DOMAIN_STATES, state);
            if (rest.size() > 1) {
                change.add(Kind.DOMAIN_STATES, rest);
            }
        });
    }

    private static void happen(Change change, DomainEvent event, JsonLine domain, Instant at) {
        switch (event) {
            case TAKEOVER -> verify(change, domain);
            case START -> show(change, domain, REMOVAL, IN_PROGRESS, at);
            case RELEASE -> change.remove(Kind.DOMAINS, domain);
            case FAILURE -> {
                show(change, domain, REMOVAL, "Failed", at);
                if (domain.isTrue("isVerified")) {
                    AcceptedDomains.come(change, name(domain));
                }
            }
            case ACCEPTANCE -> AcceptedDomains.come(change, name(domain));
        }
    }

    /// A domain is this tenant's.
    public static ObjectNode verify(Change change, JsonLine domain) {
        DomainName name = name(domain);
        boolean root = change.tenant().usableDomains().stream().noneMatch(above -> above.holds(name));
        ObjectNode verified =
                ((ObjectNode) domain.value()).deepCopy().put("isVerified", true).put("isRoot", root);
        verified.remove(STATE);
        change.replace(Kind.DOMAINS, domain, verified);
        return verified;
    }

    private static void show(Change change, JsonLine domain, String operation, String status, Instant at) {
        ObjectNode value = ((ObjectNode) domain.value()).deepCopy();
        value.putObject(STATE)
                .put("lastActionDateTime", at.toString())
                .put("operation", operation)
                .put("status", status);
        change.replace(Kind.DOMAINS, domain, value);
    }

    private static void await(Change change, ObjectNode state) {
        waiting(change, DomainName.parse(state.path("id").asString()))
                .forEach(former -> change.remove(Kind.DOMAIN_STATES, former));
        change.add(Kind.DOMAIN_STATES, state);
    }

    private static List<JsonLine> waiting(Change change, DomainName name) {
        return change.tenant().all(Kind.DOMAIN_STATES).stream()
                .filter(state -> state.is("id", name.text()))
                .toList();
    }

    private static ObjectNode state(DomainName name) {
        return JsonMapper.shared().createObjectNode().put("id", name.text());
    }

    private static DomainName name(JsonLine domain) {
        return DomainName.parse(domain.text("id").orElseThrow());
    }
}
