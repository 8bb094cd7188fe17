package dev.caravan.simulator.portal;

import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets people in who show their own credential, each to the zones of their own world.
@Component
final class Reception {

    private static final String BEARER = "Bearer ";

    private final Worlds worlds;
    private final Credentials credentials;
    private final Ledger ledger;

    Reception(Worlds worlds, Credentials credentials, Ledger ledger) {
        this.worlds = worlds;
        this.credentials = credentials;
        this.ledger = ledger;
    }

    Visit admit(@Nullable String authorization, String method, String zone, String target, Map<String, ?> parameters) {
        Optional<DomainName> name = DomainName.find(zone);
        Optional<World> world = name.flatMap(worlds::withZone);
        Optional<Credentials.Person> person =
                world.flatMap(there -> secret(authorization).flatMap(secret -> credentials.person(there, secret)));
        return new Visit(ledger, world, person, name.filter(_ -> person.isPresent()), method, target, parameters);
    }

    private static Optional<String> secret(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
