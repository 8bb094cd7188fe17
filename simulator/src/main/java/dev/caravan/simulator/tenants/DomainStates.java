package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.DomainEvent;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What happens to domains some time after it was asked for: it waits in a file of its own.
public final class DomainStates {

    private DomainStates() {}

    /// A domain's object in the directory.
    public static Optional<JsonLine> domain(Change change, DomainName name) {
        return change.tenant().all(Kind.DOMAINS).stream()
                .filter(domain -> domain.is("id", name.text()))
                .findFirst();
    }

    /// Exchange learns of a verified domain at an instant.
    public static void acceptAt(Change change, DomainName name, Instant instant) {
        forget(change, name);
        change.add(Kind.DOMAIN_STATES, state(name, DomainEvent.ACCEPTANCE, instant));
    }

    /// A domain is on its way out: it still shows and still is this tenant's, but Exchange neither accepts it
    /// any longer nor signs letters of it.
    public static void releaseAt(Change change, JsonLine domain, Instant now, Instant instant) {
        DomainName name = DomainName.parse(domain.text("id").orElseThrow());
        ObjectNode value = ((ObjectNode) domain.value()).deepCopy();
        value.putObject("state")
                .put("lastActionDateTime", now.toString())
                .put("operation", "ForceDelete")
                .put("status", "InProgress");
        change.replace(Kind.DOMAINS, domain, value);
        AcceptedDomains.leave(change, name);
        SigningConfigs.leave(change, name);
        forget(change, name);
        change.add(Kind.DOMAIN_STATES, state(name, DomainEvent.RELEASE, instant));
    }

    /// Lets everything happen that is due.
    static void catchUp(Change change, Instant now) {
        for (JsonLine state : change.tenant().all(Kind.DOMAIN_STATES)) {
            for (DomainEvent event : DomainEvent.values()) {
                if (state.instant(event.property())
                        .filter(due -> !due.isAfter(now))
                        .isPresent()) {
                    change.remove(Kind.DOMAIN_STATES, state);
                    happen(change, event, DomainName.parse(state.text("id").orElseThrow()));
                }
            }
        }
    }

    private static void happen(Change change, DomainEvent event, DomainName name) {
        switch (event) {
            case RELEASE -> domain(change, name).ifPresent(domain -> change.remove(Kind.DOMAINS, domain));
            case ACCEPTANCE -> AcceptedDomains.come(change, name);
        }
    }

    private static void forget(Change change, DomainName name) {
        change.tenant().all(Kind.DOMAIN_STATES).stream()
                .filter(state -> state.is("id", name.text()))
                .forEach(state -> change.remove(Kind.DOMAIN_STATES, state));
    }

    private static ObjectNode state(DomainName name, DomainEvent event, Instant instant) {
        return JsonMapper.shared().createObjectNode().put("id", name.text()).put(event.property(), instant.toString());
    }
}
