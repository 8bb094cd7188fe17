package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.zone.RecordReversion;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes recorded changes of RRsets back. Its extent is the ledger's, so no share of the zone limits it.
///
/// Where mail is led elsewhere by that, it is done only when nobody can be led by what was before: every server serves
/// it, and then the time is over for which caches may keep the old. What comes next on the way back takes addresses
/// and domains from where letters went until then.
final class RevertingRecords implements Doing<DnsCommand.RevertRecords, List<HeldDomains>, DnsFact> {

    private final Zones zones;
    private final Propagation propagation;

    RevertingRecords(Zones zones, Authority authority) {
        this.zones = zones;
        this.propagation = new Propagation(authority);
    }

    @Override
    public Outcome<List<HeldDomains>> observe(DnsCommand.RevertRecords command, Call call) {
        return zones.holdingRecordSets(command.changes(), call);
    }

    @Override
    public Plan plan(DnsCommand.RevertRecords command, List<HeldDomains> observed) {
        return HeldDomains.plan(observed, command.changes(), RecordReversion::plan);
    }

    @Override
    public Outcome<DnsFact> apply(DnsCommand.RevertRecords command, List<HeldDomains> observed, Plan plan, Call call) {
        return zones.carryOut(observed, plan.changes(), call)
                .then(_ -> plan.isEmpty()
                        ? outlasted(command, observed, plan, call)
                        : fact(command, plan, plan.changes().size()));
    }

    @Override
    public Outcome<DnsFact> verify(DnsCommand.RevertRecords command, Plan plan, DnsFact claimed, Call call) {
        return Doing.super
                .verify(command, plan, claimed, call)
                .then(_ -> observe(command, call))
                .then(observed -> outlasted(command, observed, plan, call));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }

    /// How far it is goes from part to part in the cursor. A zone that had to be changed once more begins anew.
    private Outcome<DnsFact> outlasted(
            DnsCommand.RevertRecords command, List<HeldDomains> observed, Plan plan, Call call) {
        var before = call.header().cursor().map(Outlasting::of).orElse(Outlasting.BEGUN);
        var soFar = plan.isEmpty() ? before : before.and(plan.changes().size());
        var cached = cached(command, observed);
        if (cached.isZero()) {
            return fact(command, plan, soFar.applied());
        }
        if (!plan.isEmpty() || call.header().cursor().isEmpty()) {
            return new Outcome.More<>(soFar.cursor(), 0);
        }
        var now = call.clock().instant();
        return soFar.until()
                .map(until -> now.isBefore(until)
                        ? notYet(Duration.between(now, until), until)
                        : fact(command, plan, soFar.applied()))
                .orElseGet(() -> everywhere(command, observed, call)
                        .then(_ -> new Outcome.More<>(
                                soFar.lasting(now.plus(cached)).cursor(), 0)));
    }

    private Outcome<Integer> everywhere(DnsCommand.RevertRecords command, List<HeldDomains> observed, Call call) {
        return InTurn.each(
                        observed,
                        held -> propagation.everywhere(
                                held.zone().apex(),
                                RecordReversion.leadingMail(held.zone(), command.changes()),
                                RevertingRecords::isServed,
                                call))
                .map(List::size);
    }

    private static Duration cached(DnsCommand.RevertRecords command, List<HeldDomains> observed) {
        return Duration.ofSeconds(observed.stream()
                .mapToLong(held -> RecordReversion.cachedSeconds(held.zone(), command.changes()))
                .max()
                .orElse(0));
    }

    private static boolean isServed(RecordSet wanted, RecordSet served) {
        return wanted.sameValues(served) && served.ttlSeconds() <= wanted.ttlSeconds();
    }

    private static Outcome<DnsFact> notYet(Duration left, Instant until) {
        return new Outcome.NotYet<>(left, "caches may still lead mail to where it went before", Optional.of(until));
    }

    private static Outcome<DnsFact> fact(DnsCommand.RevertRecords command, Plan plan, int applied) {
        return Outcome.done(
                new DnsFact.RecordsReverted(applied, command.changes().size() - applied, plan.conflicts()));
    }
}
