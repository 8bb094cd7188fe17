package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.license.item.Item;
import dev.caravan.license.migrating.LicenseCommand.StopPasses;
import dev.caravan.license.pass.Pass;
import dev.caravan.license.pass.PassChanges;
import dev.caravan.license.tool.MigrationTool;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stops passes. One that is only queued cannot be stopped before it runs, and is waited for.
final class StoppingPasses implements Doing<StopPasses, Map<String, Pass>, LicenseFact> {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final MigrationTool tool;

    StoppingPasses(MigrationTool tool) {
        this.tool = tool;
    }

    /// The latest pass of each item, by its address.
    @Override
    public Outcome<Map<String, Pass>> observe(StopPasses command, Call call) {
        return RecordedItems.of(command.changes(), command.label(), tool, call)
                .then(items -> tool.passes().of(items, call).map(passes -> latest(items, passes)));
    }

    @Override
    public Plan plan(StopPasses command, Map<String, Pass> observed) {
        return PassChanges.stop(observed, command.changes());
    }

    @Override
    public Outcome<LicenseFact> apply(StopPasses command, Map<String, Pass> observed, Plan plan, Call call) {
        var all = command.changes().size();
        return EachOf.all(
                        plan.changes(),
                        List.of(),
                        change -> Optional.ofNullable(observed.get(change.id()))
                                .map(pass -> tool.passes().stop(pass, call))
                                .orElseGet(() -> Outcome.done(change.id())))
                .<LicenseFact>map(stopped -> new LicenseFact.PassesStopped(stopped, all - stopped, List.of()))
                .then(fact -> plan.isEmpty() ? judged(observed, fact) : Outcome.done(fact));
    }

    @Override
    public Outcome<LicenseFact> verify(StopPasses command, Plan plan, LicenseFact claimed, Call call) {
        return observe(command, call).then(observed -> judged(observed, claimed));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }

    private static Outcome<LicenseFact> judged(Map<String, Pass> observed, LicenseFact fact) {
        var open = observed.entrySet().stream()
                .filter(entry -> entry.getValue().status().isUnderWay())
                .toList();
        return open.isEmpty()
                ? Outcome.done(fact)
                : new Outcome.NotYet<>(
                        LOOK_AGAIN,
                        "%d passes have not ended, the first: that of %s is %s"
                                .formatted(
                                        open.size(),
                                        open.getFirst().getKey(),
                                        open.getFirst().getValue().status()));
    }

    private static Map<String, Pass> latest(List<Item> items, List<Pass> passes) {
        var latest = new HashMap<String, Pass>();
        items.forEach(item -> passes.stream()
                .filter(pass -> pass.itemId().equals(item.id()))
                .max(Comparator.comparing(Pass::created))
                .ifPresent(pass -> latest.put(item.from(), pass)));
        return latest;
    }
}
