package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.ItemChanges;
import dev.caravan.license.migrating.LicenseCommand.SubmitPass;
import dev.caravan.license.pass.Pass;
import dev.caravan.license.pass.PassChanges;
import dev.caravan.license.pass.PassKind;
import dev.caravan.license.pass.PassOrder;
import dev.caravan.license.pass.Rate;
import dev.caravan.license.pass.Standing;
import dev.caravan.license.pass.Volume;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.MigrationTool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Has passes made over items and waits for their end. Nobody waits here: each time it is asked again it looks, submits
/// what failed once more, and says how far all is.
final class SubmittingPasses implements Doing<SubmitPass, SubmittingPasses.Observed, LicenseFact> {

    private static final Duration LOOK_AGAIN_MIN = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN_MAX = Duration.ofHours(4);
    /// A pass of days is looked at less often than one of minutes: each look asks of every item.
    private static final int LOOKS_SHARE = 3;

    private final MigrationTool tool;
    private final TenantMailboxes tenants;

    SubmittingPasses(MigrationTool tool, TenantMailboxes tenants) {
        this.tool = tool;
        this.tenants = tenants;
    }

    /// @param standings by the item's address
    /// @param errors by the item's id
    /// @param begun when the passes began that are under way, by the item's id
    record Observed(
            Selected selected,
            PassOrder order,
            Map<String, Standing> standings,
            Map<String, Integer> errors,
            Map<String, Instant> begun) {

        private Optional<Instant> since() {
            return begun.values().stream().min(Comparator.naturalOrder());
        }

        private List<Item> open() {
            return selected.items().stream()
                    .filter(item -> switch (standings.get(item.from())) {
                        case Standing.Waiting _, Standing.Due _ -> true;
                        case Standing.Completed _, Standing.Beyond _, Standing.Broken _ -> false;
                        case null -> false;
                    })
                    .toList();
        }

        private Instant end(Item item, long size, Volume copied, Rate rate, Call call) {
            var now = call.clock().instant();
            var byWhatIsLeft = now.plus(rate.of(Math.max(0, size - copied.bytes())));
            var byTheClock = begun.getOrDefault(item.id(), now).plus(rate.of(size));
            var earlier = byTheClock.isBefore(byWhatIsLeft) ? byTheClock : byWhatIsLeft;
            return earlier.isBefore(now) ? now : earlier;
        }

        private long count(Class<? extends Standing> standing) {
            return standings.values().stream().filter(standing::isInstance).count();
        }

        private long withErrors() {
            return selected.items().stream()
                    .filter(item -> standings.get(item.from()) instanceof Standing.Completed)
                    .filter(item -> errors.getOrDefault(item.id(), 0) > 0)
                    .count();
        }
    }

    @Override
    public Outcome<Observed> observe(SubmitPass command, Call call) {
        var header = call.header();
        var order = PassOrder.of(
                command.kind(),
                command.olderThan(),
                header.runId().value(),
                header.stepId().value(),
                header.issuedAt());
        return Selected.of(command.selection(), command.source(), command.label(), tool, tenants, call)
                .then(selected -> tool.passes()
                        .of(selected.items(), call)
                        .then(passes -> tool.passes()
                                .errors(selected.items(), call)
                                .map(errors -> observed(selected, order, passes, errors, call))));
    }

    @Override
    public Plan plan(SubmitPass command, Observed observed) {
        return PassChanges.submission(command.kind(), observed.standings());
    }

    @Override
    public Outcome<LicenseFact> apply(SubmitPass command, Observed observed, Plan plan, Call call) {
        if (plan.isEmpty()) {
            return judged(command, observed, call);
        }
        var selected = observed.selected();
        return EachOf.all(
                        plan.changes(),
                        List.of(),
                        change -> ItemChanges.of(selected.items(), change.id())
                                .map(item -> tool.passes()
                                        .submit(selected.workspace().project(), item, observed.order(), call))
                                .orElseGet(() -> Outcome.done(change.id())))
                .map(_ -> ended(observed, 0));
    }

    /// Passes take hours, so that there is something to wait for, unless they have ended already.
    @Override
    public Outcome<LicenseFact> verify(SubmitPass command, Plan plan, LicenseFact claimed, Call call) {
        return observe(command, call)
                .then(observed -> unknown(plan, observed)
                        ? Outcome.failedForGood(
                                "pass-unknown",
                                "BitTitan does not show the passes as they were submitted: their ItemStartDate is not "
                                        + observed.order().mark())
                        : judged(command, observed, call));
    }

    /// What is left alone or failed is said, and nothing that others have is altered.
    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }

    private static Observed observed(
            Selected selected, PassOrder order, List<Pass> passes, Map<String, Integer> errors, Call call) {
        var standings = new LinkedHashMap<String, Standing>();
        selected.items()
                .forEach(item -> standings.put(
                        item.from(),
                        Standing.of(
                                order,
                                passes.stream()
                                        .filter(pass -> pass.itemId().equals(item.id()))
                                        .toList(),
                                errors.getOrDefault(item.id(), 0),
                                call.header().issuedAt())));
        var begun = passes.stream()
                .filter(pass -> pass.status().isUnderWay())
                .collect(Collectors.toMap(Pass::itemId, Pass::created, (one, _) -> one));
        return new Observed(selected, order, standings, errors, begun);
    }

    /// A pass that is not known for ours again would be submitted for ever.
    private static boolean unknown(Plan plan, Observed observed) {
        return plan.changes().stream()
                .anyMatch(change ->
                        observed.standings().get(change.id()) instanceof Standing.Due(var before) && before.isEmpty());
    }

    private Outcome<LicenseFact> judged(SubmitPass command, Observed observed, Call call) {
        var open = observed.count(Standing.Waiting.class) + observed.count(Standing.Due.class);
        if (open > 0) {
            var expected = command.rate().flatMap(rate -> expected(observed, rate, command.source(), call));
            return new Outcome.NotYet<>(lookAgain(observed, call), progress(observed, open), expected);
        }
        var failures = failures(observed);
        return failures.isEmpty()
                ? bytes(observed, call).map(bytes -> ended(observed, bytes))
                : EachOf.failed(failures);
    }

    /// When the last one is going to be over. What BitTitan has copied counts, and so does the time that a pass has
    /// had. Where that cannot be told now, the passes go on all the same.
    private Optional<Instant> expected(Observed observed, Rate rate, Target source, Call call) {
        var open = observed.open();
        var ends = call.through(source)
                .then(through -> tenants.sizes(open.stream().map(Item::from).toList(), through))
                .then(sizes -> InTurn.flat(open, item -> ends(observed, item, sizes, rate, call)));
        return ends instanceof Outcome.Done<List<Instant>>(var known)
                ? known.stream().max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Outcome<List<Instant>> ends(Observed observed, Item item, Map<String, Long> sizes, Rate rate, Call call) {
        var size = sizes.get(item.from());
        return size == null
                ? Outcome.done(List.of())
                : tool.passes().volume(item, call).map(copied -> List.of(observed.end(item, size, copied, rate, call)));
    }

    private static Duration lookAgain(Observed observed, Call call) {
        var soFar = observed.since()
                .map(since -> Duration.between(since, call.clock().instant()))
                .orElse(Duration.ZERO)
                .dividedBy(LOOKS_SHARE);
        if (soFar.compareTo(LOOK_AGAIN_MIN) < 0) {
            return LOOK_AGAIN_MIN;
        }
        return soFar.compareTo(LOOK_AGAIN_MAX) > 0 ? LOOK_AGAIN_MAX : soFar;
    }

    private static String progress(Observed observed, long open) {
        return "%d of %d passes (%s) have not ended; %d were completed, %d of them with errors, and %d failed"
                .formatted(
                        open,
                        observed.standings().size(),
                        observed.order().kind(),
                        observed.count(Standing.Completed.class),
                        observed.withErrors(),
                        observed.count(Standing.Broken.class));
    }

    private static List<ObjectFailure> failures(Observed observed) {
        var failures = new ArrayList<>(observed.selected().failures());
        observed.standings().forEach((address, standing) -> {
            if (standing instanceof Standing.Broken(var reason)) {
                failures.add(new ObjectFailure(PassChanges.KIND, address, reason));
            }
        });
        return failures;
    }

    private static LicenseFact ended(Observed observed, long bytes) {
        return new LicenseFact.PassesEnded(
                observed.standings().size(),
                (int) observed.count(Standing.Completed.class),
                (int) observed.withErrors(),
                (int) observed.count(Standing.Beyond.class),
                bytes);
    }

    private Outcome<Long> bytes(Observed observed, Call call) {
        return observed.order().kind() == PassKind.VERIFY
                ? Outcome.done(0L)
                : InTurn.each(observed.selected().items(), item -> tool.passes().volume(item, call))
                        .map(volumes ->
                                volumes.stream().mapToLong(Volume::bytes).sum());
    }
}
