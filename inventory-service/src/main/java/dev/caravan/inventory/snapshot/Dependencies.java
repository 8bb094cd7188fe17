package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.reading.TenantReader;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.inventory.tenant.DomainName;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import java.util.List;

/// What refers to domains, each object once.
final class Dependencies {

    private final TenantReader reader;

    Dependencies(TenantReader reader) {
        this.reader = reader;
    }

    Outcome<List<Dependency>> of(List<DomainName> domains, Call call) {
        return InTurn.flat(domains, domain -> reader.referringTo(domain, call).map(Dependency::merged));
    }
}
