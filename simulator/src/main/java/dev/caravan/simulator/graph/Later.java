package dev.caravan.simulator.graph;

import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.domains.DomainPace;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.DomainStates;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What Microsoft does not do at once.
@Component
final class Later {

    private final DomainPace pace;
    private final SimulatedClock clock;

    Later(DomainPace pace, SimulatedClock clock) {
        this.pace = pace;
        this.clock = clock;
    }

    /// Lets Exchange learn of a verified domain.
    void accept(Change change, DomainName domain) {
        Instant at = clock.instant().plus(pace.acceptance());
        DomainStates.acceptAt(change, domain, at);
        change.effect("domain %s is verified; Exchange accepts it from %s".formatted(domain, at));
    }

    /// Lets the tenant give a domain up.
    void release(Change change, JsonLine domain) {
        Instant now = clock.instant();
        Instant at = now.plus(pace.release(change.world(), Domains.name(domain)));
        DomainStates.releaseAt(change, domain, now, at);
        change.effect("domain %s is being removed; it is held until %s".formatted(Domains.name(domain), at));
    }
}
