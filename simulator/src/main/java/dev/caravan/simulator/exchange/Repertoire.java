package dev.caravan.simulator.exchange;

import dev.caravan.simulator.domains.PublishedRecords;
import dev.caravan.simulator.exchange.Cmdlets.Definition;
import dev.caravan.simulator.unclear.Pages;
import dev.caravan.simulator.unclear.Unclear;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// All cmdlets: those that look at the tenant, those that change it, and those that look into DNS,
/// too.
@Component
final class Repertoire {

    private final TreeMap<String, Definition> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Unclear unclear;

    Repertoire(PublishedRecords published, Unclear unclear) {
        this.unclear = unclear;
        Cmdlets.all().forEach(this::put);
        new ChangingCmdlets(unclear).all().forEach(this::put);
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

    /// True where `ResultSize` decides how much is answered.
    boolean heedsResultSize() {
        return unclear.pages() == Pages.FIRST_ALONE;
    }

    /// An error as it reads in the present position of the switches.
    CmdletError worded(CmdletError error) {
        return error.worded(unclear.texts(), unclear.absence());
    }

    List<String> names() {
        return all.values().stream().map(Definition::name).toList();
    }
}
