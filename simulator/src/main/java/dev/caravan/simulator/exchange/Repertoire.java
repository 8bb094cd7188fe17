package dev.caravan.simulator.exchange;

import dev.caravan.simulator.domains.PublishedRecords;
import dev.caravan.simulator.exchange.Cmdlets.Definition;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// All cmdlets: those that look at the tenant only, and those that look into DNS, too.
@Component
final class Repertoire {

    private final TreeMap<String, Definition> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Repertoire(PublishedRecords published) {
        Cmdlets.all().forEach(this::put);
        put(Definition.of(
                "Get-DkimSigningConfig",
                false,
                false,
                "Identity",
                (change, cmdlet) -> Result.of(new Signing(change, published).read(cmdlet))));
        put(Definition.of(
                "New-DkimSigningConfig",
                false,
                false,
                "DomainName Enabled Confirm",
                (change, cmdlet) -> Result.of(new Signing(change, published).create(cmdlet))));
        put(Definition.of("Set-DkimSigningConfig", false, false, "Identity Enabled Confirm", (change, cmdlet) -> {
            new Signing(change, published).set(cmdlet);
            return Result.nothing();
        }));
    }

    private void put(Definition definition) {
        all.put(definition.name(), definition);
    }

    /// Empty for a cmdlet that does not exist, or that an application may not run.
    Optional<Definition> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    List<String> names() {
        return all.values().stream().map(Definition::name).toList();
    }
}
