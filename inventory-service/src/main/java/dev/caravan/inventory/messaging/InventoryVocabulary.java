package dev.caravan.inventory.messaging;

import dev.caravan.inventory.snapshot.InventoryCommand;
import dev.caravan.inventory.snapshot.InventoryFact;
import dev.caravan.inventory.tenant.DomainName;
import dev.caravan.inventory.tenant.Kind;
import dev.caravan.inventory.tenant.Tally;
import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.messaging.CommonRecords;
import dev.caravan.kit.messaging.Vocabulary;
import dev.caravan.kit.plan.Plan;
import dev.caravan.schemas.common.EventContext;
import dev.caravan.schemas.inventory.CaptureTenant;
import dev.caravan.schemas.inventory.CapturedKind;
import dev.caravan.schemas.inventory.DependenciesFound;
import dev.caravan.schemas.inventory.DependenciesScanned;
import dev.caravan.schemas.inventory.Dependency;
import dev.caravan.schemas.inventory.FreeProven;
import dev.caravan.schemas.inventory.InventoryObject;
import dev.caravan.schemas.inventory.ManagedProven;
import dev.caravan.schemas.inventory.ProveFree;
import dev.caravan.schemas.inventory.ProveManaged;
import dev.caravan.schemas.inventory.ProveReadiness;
import dev.caravan.schemas.inventory.ProveUnused;
import dev.caravan.schemas.inventory.ReadinessProven;
import dev.caravan.schemas.inventory.ScanDependencies;
import dev.caravan.schemas.inventory.TenantCaptured;
import dev.caravan.schemas.inventory.UseDisproved;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/// `inventory.avdl` as [InventoryCommand] and [InventoryFact].
public final class InventoryVocabulary implements Vocabulary<InventoryCommand, InventoryFact> {

    @Override
    public Optional<InventoryCommand> toCommand(SpecificRecord record) {
        return Optional.ofNullable(
                switch (record) {
                    case CaptureTenant _ -> new InventoryCommand.CaptureTenant();
                    case ScanDependencies scan -> new InventoryCommand.ScanDependencies(domains(scan.getDomains()));
                    case ProveUnused prove -> new InventoryCommand.ProveUnused(domains(prove.getDomains()));
                    case ProveManaged prove -> new InventoryCommand.ProveManaged(domains(prove.getDomains()));
                    case ProveFree prove -> new InventoryCommand.ProveFree(domains(prove.getDomains()));
                    case ProveReadiness _ -> new InventoryCommand.ProveReadiness();
                    default -> null;
                });
    }

    @Override
    public SpecificRecord toEvent(EventHeader header, InventoryFact fact) {
        var context = CommonRecords.context(header);
        return switch (fact) {
            case InventoryFact.ObjectCaptured(var snapshotId, var object) ->
                new InventoryObject(
                        context.getRunId(), snapshotId, object.kind().word(), object.id(), object.json());
            case InventoryFact.TenantCaptured captured -> captured(context, captured);
            case InventoryFact.DependenciesFound(var dependencies) ->
                new DependenciesFound(
                        context,
                        dependencies.stream()
                                .map(InventoryVocabulary::dependency)
                                .toList());
            case InventoryFact.DependenciesScanned(var dependencies) -> scanned(context, dependencies);
            case InventoryFact.UseDisproved(var domains) -> new UseDisproved(context, domains);
            case InventoryFact.ManagedProven(var domains) -> new ManagedProven(context, domains);
            case InventoryFact.FreeProven(var domains) -> new FreeProven(context, domains);
            case InventoryFact.ReadinessProven(var ewsEnabled, var allowed) ->
                new ReadinessProven(context, ewsEnabled, allowed);
        };
    }

    @Override
    public SpecificRecord toPlanned(EventHeader header, InventoryCommand command, Plan plan) {
        throw new IllegalArgumentException(command.getClass().getSimpleName() + " only reads: it has no plan");
    }

    private static SpecificRecord captured(EventContext context, InventoryFact.TenantCaptured captured) {
        var tally = captured.tally();
        return new TenantCaptured(
                context,
                captured.snapshotId(),
                captured.tenantId(),
                tally.objects(),
                tally.digest(),
                kinds(tally),
                tally.of(Kind.MAILBOXES),
                tally.of(Kind.DISTRIBUTION_GROUPS)
                        + tally.of(Kind.DYNAMIC_DISTRIBUTION_GROUPS)
                        + tally.of(Kind.UNIFIED_GROUPS),
                captured.sizes().bytes(),
                captured.sizes().large());
    }

    private static List<CapturedKind> kinds(Tally tally) {
        return tally.counts().entrySet().stream()
                .map(count -> new CapturedKind(count.getKey().word(), count.getValue()))
                .toList();
    }

    private static SpecificRecord scanned(
            EventContext context, List<dev.caravan.inventory.tenant.Dependency> dependencies) {
        return new DependenciesScanned(
                context,
                dependencies.size(),
                count(dependencies, one -> one.type() == dev.caravan.inventory.tenant.Dependency.Type.USER),
                count(dependencies, one -> one.type() == dev.caravan.inventory.tenant.Dependency.Type.GROUP),
                count(dependencies, one -> one.type() == dev.caravan.inventory.tenant.Dependency.Type.APPLICATION),
                count(dependencies, one -> one.type().isOtherRecipient()),
                count(dependencies, one -> one.type().isDeleted()),
                count(dependencies, one -> one.type() == dev.caravan.inventory.tenant.Dependency.Type.CHILD_DOMAIN));
    }

    private static int count(
            List<dev.caravan.inventory.tenant.Dependency> all,
            Predicate<dev.caravan.inventory.tenant.Dependency> wanted) {
        return (int) all.stream().filter(wanted).count();
    }

    private static Dependency dependency(dev.caravan.inventory.tenant.Dependency dependency) {
        return new Dependency(
                dependency.domain().text(),
                dependency.type().word(),
                dependency.id(),
                dependency.displayName(),
                dependency.references());
    }

    private static List<DomainName> domains(List<String> written) {
        return written.stream().map(DomainName::parse).toList();
    }
}
