package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.snapshot.InventoryCommand.ProveUnused;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.time.Duration;
import java.util.List;

/// Proves that nothing refers to the domains: before a removal is asked for, and again after an address was stripped,
/// because the directory follows Exchange with a delay.
final class ProvingUnused implements Asking<ProveUnused, InventoryFact> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(2);

    private final Dependencies dependencies;

    ProvingUnused(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public Outcome<InventoryFact> ask(ProveUnused command, Call call, Telling<InventoryFact> telling) {
        return dependencies
                .of(command.domains(), call)
                .map(found -> found.stream()
                        .filter(dependency -> !leavesToo(dependency, command))
                        .toList())
                .then(found -> found.isEmpty()
                        ? Outcome.done(
                                new InventoryFact.UseDisproved(command.domains().size()))
                        : new Outcome.NotYet<>(RETRY_AFTER, sentence(found)));
    }

    /// A child domain that is asked about itself leaves before the one above it.
    private static boolean leavesToo(Dependency dependency, ProveUnused command) {
        return dependency.type() == Dependency.Type.CHILD_DOMAIN
                && command.domains().stream().anyMatch(domain -> domain.text().equals(dependency.id()));
    }

    private static String sentence(List<Dependency> found) {
        var first = found.getFirst();
        return "%d objects still refer to the domains, the first is the %s %s (%s): %s"
                .formatted(
                        found.size(),
                        first.type().word(),
                        first.displayName(),
                        first.id(),
                        String.join(", ", first.references()));
    }
}
