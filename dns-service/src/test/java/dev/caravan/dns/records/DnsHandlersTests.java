package dev.caravan.dns.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.provider.DirectCall;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.Zone;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DnsHandlersTests {

    private static final DomainName FABRIKAM = DomainName.parse("fabrikam.example");
    private static final DomainName SALES = DomainName.parse("sales.fabrikam.example");
    private static final RecordKey MX = new RecordKey(FABRIKAM, "MX");

    private final FakeHost host = new FakeHost().hosting(zone(14400));
    private final Call call = DirectCall.with(Map.of("provider", "fake"));
    private final List<DnsFact> told = new ArrayList<>();

    @Test
    void lowering_twice_changes_nothing_the_second_time() {
        // Given
        DnsCommand lower = new DnsCommand.LowerTtl(List.of(FABRIKAM), 300);

        // When
        Outcome<DnsFact> first = handled(lower);
        Outcome<DnsFact> second = handled(lower);

        // Then
        assertThat(first).isEqualTo(Outcome.done(new DnsFact.TtlLowered(1, 0, 14400)));
        assertThat(second).isEqualTo(Outcome.done(new DnsFact.TtlLowered(0, 1, 300)));
        assertThat(host.edits()).isEqualTo(1);
    }

    @Test
    void what_was_lowered_is_reverted_from_its_record_and_once() {
        // Given
        List<Change> recorded =
                planned(new DnsCommand.LowerTtl(List.of(FABRIKAM), 300)).changes();
        handled(new DnsCommand.LowerTtl(List.of(FABRIKAM), 300));

        // When
        Outcome<DnsFact> first = handled(new DnsCommand.RevertRecords(recorded));
        Outcome<DnsFact> second = handled(new DnsCommand.RevertRecords(recorded));

        // Then
        assertThat(first).isEqualTo(Outcome.done(new DnsFact.RecordsReverted(1, 0, List.of())));
        assertThat(second).isEqualTo(Outcome.done(new DnsFact.RecordsReverted(0, 1, List.of())));
        assertThat(host.zone(FABRIKAM).find(MX)).map(RecordSet::ttlSeconds).contains(14400L);
    }

    @Test
    void a_ttl_is_proven_only_when_every_server_serves_it() {
        // Given
        handled(new DnsCommand.LowerTtl(List.of(FABRIKAM), 300));

        // When
        Outcome<DnsFact> early = handled(new DnsCommand.ProveTtl(List.of(FABRIKAM), 300));
        host.transfer();
        Outcome<DnsFact> late = handled(new DnsCommand.ProveTtl(List.of(FABRIKAM), 300));

        // Then
        assertThat(early)
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class,
                        notYet -> assertThat(notYet.reason())
                                .isEqualTo(
                                        "ns2.fabrikam.example. still serves fabrikam.example. MX with a TTL of 14400 s"));
        assertThat(late).isEqualTo(Outcome.done(new DnsFact.TtlProven(2)));
    }

    @Test
    void a_domain_without_a_zone_of_its_own_is_found_in_its_parents() {
        // When
        Outcome<DnsFact> outcome = handled(new DnsCommand.LowerTtl(List.of(FABRIKAM, SALES), 300));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(host.edits()).isEqualTo(1);
    }

    @Test
    void a_domain_that_nobody_serves_fails_by_name() {
        assertThat(handled(new DnsCommand.LowerTtl(List.of(DomainName.parse("elsewhere.example")), 300)))
                .isEqualTo(Outcome.failedForNow("no-zone", "no zone holds elsewhere.example."));
    }

    @Test
    void a_large_zone_is_told_in_parts_that_fit_into_an_event() {
        // Given
        String value = "\"" + "x".repeat(200) + "\"";
        List<RecordSet> recordSets = IntStream.range(0, 3_000)
                .mapToObj(i -> new RecordSet(new RecordKey(FABRIKAM.below("h" + i), "TXT"), 60, List.of(value)))
                .toList();
        host.hosting(Zone.of(FABRIKAM, 7, recordSets));

        // When
        Outcome<DnsFact> outcome = handled(new DnsCommand.CaptureZone(List.of(FABRIKAM)));

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.fact())
                                .isInstanceOfSatisfying(
                                        DnsFact.ZoneCaptured.class,
                                        captured -> assertThat(captured.recordSets())
                                                .isEqualTo(3_000)));
        assertThat(told).hasSizeGreaterThan(3);
        assertThat(told.stream()
                        .mapToInt(fact -> ((DnsFact.ZoneRead) fact).recordSets().size())
                        .sum())
                .isEqualTo(3_000);
    }

    private Plan planned(DnsCommand command) {
        return switch (host.handlers().of(command)) {
            case Handling.ToDo<?, ?, DnsFact> toDo -> plan(toDo);
            case Handling.ToAsk<?, DnsFact> toAsk -> throw new AssertionError(toAsk + " plans nothing");
        };
    }

    private Outcome<DnsFact> handled(DnsCommand command) {
        return switch (host.handlers().of(command)) {
            case Handling.ToDo<?, ?, DnsFact> toDo -> done(toDo);
            case Handling.ToAsk<?, DnsFact> toAsk -> asked(toAsk);
        };
    }

    private <C, O> Plan plan(Handling.ToDo<C, O, DnsFact> toDo) {
        O observed = ((Outcome.Done<O>) toDo.doing().observe(toDo.command(), call)).fact();
        return toDo.doing().plan(toDo.command(), observed);
    }

    private <C, O> Outcome<DnsFact> done(Handling.ToDo<C, O, DnsFact> toDo) {
        return toDo.doing().observe(toDo.command(), call).then(observed -> {
            Plan plan = toDo.doing().plan(toDo.command(), observed);
            Outcome<DnsFact> applied = toDo.doing().apply(toDo.command(), observed, plan, call);
            return plan.isEmpty()
                    ? applied
                    : applied.then(fact -> toDo.doing().verify(toDo.command(), plan, fact, call));
        });
    }

    private <C> Outcome<DnsFact> asked(Handling.ToAsk<C, DnsFact> toAsk) {
        return toAsk.asking().ask(toAsk.command(), call, told::add);
    }

    private static Zone zone(long mxTtl) {
        return Zone.of(
                FABRIKAM,
                1,
                List.of(
                        new RecordSet(MX, mxTtl, List.of("0 mx.example.")),
                        new RecordSet(new RecordKey(FABRIKAM, "A"), 3600, List.of("192.0.2.1"))));
    }
}
