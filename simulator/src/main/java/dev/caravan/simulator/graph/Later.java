package dev.caravan.simulator.graph;

import dev.caravan.simulator.domains.DomainPace;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.DomainStates;
import dev.caravan.simulator.unclear.Unclear;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What Microsoft does not do at once.
@Component
final class Later {

    private final DomainPace pace;
    private final Unclear unclear;

    Later(DomainPace pace, Unclear unclear) {
        this.pace = pace;
        this.unclear = unclear;
    }

    /// Lets Exchange learn of a verified domain.
    void accept(Change change, DomainName domain) {
        Instant at = change.instant().plus(pace.acceptance());
        DomainStates.acceptAt(change, domain, at);
        change.effect("domain %s is verified; Exchange accepts it from %s".formatted(domain, at));
    }

    /// Lets a domain be verified once those have given it up who made themselves a tenant of it.
    void takeOver(Change change, JsonLine domain) {
        Instant at = change.instant().plus(pace.release(change.world(), Domains.name(domain)));
        DomainStates.takeOverAt(change, domain, at, at.plus(pace.acceptance()));
        change.effect("domain %s is taken over; it is verified at %s".formatted(Domains.name(domain), at));
    }

    /// Lets the tenant give a domain up.
    void release(Change change, JsonLine domain) {
        Instant at = change.instant().plus(pace.release(change.world(), Domains.name(domain)));
        DomainStates.releaseAt(change, domain, unclear.removal(), at);
        change.effect("domain %s is being removed; it is held until %s".formatted(Domains.name(domain), at));
    }
}
