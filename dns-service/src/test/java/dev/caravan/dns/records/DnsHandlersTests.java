package dev.caravan.dns.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.Zone;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DnsHandlersTests {

    private static final DomainName FABRIKAM = DomainName.parse("fabrikam.example");
    private static final DomainName SALES = DomainName.parse("sales.fabrikam.example");
    private static final RecordKey MX = new RecordKey(FABRIKAM, "MX");

    private static final Change LOWERED =
            new Change("rrset", MX.toString(), "ttl", List.of("14400"), List.of("300"), "lowered");

    private final FakeHost host = new FakeHost().hosting(zone(14400));
    private final OpenCall call = OpenCall.to(Connection.Kind.DNS, Set.of(), Map.of("provider", "fake"));
    private final List<Plan> plans = new ArrayList<>();
    private final List<DnsFact> told = new ArrayList<>();

    @Nested
    class Lowering extends OnFakeHost {

        @Override
        public Handling<DnsFact> handling() {
            return host.handlers().of(new DnsCommand.LowerTtl(List.of(FABRIKAM), 300));
        }
    }

    @Nested
    class Restoring extends OnFakeHost {

        Restoring() {
            host.hosting(zone(300));
        }

        @Override
        public Handling<DnsFact> handling() {
            return host.handlers().of(new DnsCommand.RestoreTtl(List.of(LOWERED)));
        }
    }

    @Nested
    class Reverting extends OnFakeHost {

        Reverting() {
            host.hosting(zone(300));
        }

        @Override
        public Handling<DnsFact> handling() {
            return host.handlers().of(new DnsCommand.RevertRecords(List.of(LOWERED)));
        }
    }

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
        assertThat(host.edits()).hasSize(1);
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
    void what_was_lowered_is_restored_from_its_record_and_once() {
        // Given
        List<Change> recorded =
                planned(new DnsCommand.LowerTtl(List.of(FABRIKAM), 300)).changes();
        handled(new DnsCommand.LowerTtl(List.of(FABRIKAM), 300));

        // When
        Outcome<DnsFact> first = handled(new DnsCommand.RestoreTtl(recorded));
        Outcome<DnsFact> second = handled(new DnsCommand.RestoreTtl(recorded));

        // Then
        assertThat(first).isEqualTo(Outcome.done(new DnsFact.TtlRestored(1, 0, List.of())));
        assertThat(second).isEqualTo(Outcome.done(new DnsFact.TtlRestored(0, 1, List.of())));
        assertThat(host.zone(FABRIKAM).find(MX)).map(RecordSet::ttlSeconds).contains(14400L);
        assertThat(host.edits()).hasSize(2);
    }

    @Test
    void a_restored_ttl_is_lowered_again_by_the_record_of_its_restoration() {
        // Given
        List<Change> lowered =
                planned(new DnsCommand.LowerTtl(List.of(FABRIKAM), 300)).changes();
        handled(new DnsCommand.LowerTtl(List.of(FABRIKAM), 300));
        List<Change> restored = planned(new DnsCommand.RestoreTtl(lowered)).changes();
        handled(new DnsCommand.RestoreTtl(lowered));

        // When
        var revert = new DnsCommand.RevertRecords(restored);
        Outcome<DnsFact> done = handled(revert);
        Outcome<DnsFact> unseen = handled(revert, "1");
        host.transfer();
        Outcome<DnsFact> seen = handled(revert, "1");
        Outcome<DnsFact> cached = handled(revert, "1 2026-11-20T12:00:00Z");
        Outcome<DnsFact> over = handled(revert, "1 2026-11-20T08:00:00Z");

        // Then
        assertThat(done).isEqualTo(new Outcome.More<>("1", 0));
        assertThat(host.zone(FABRIKAM).find(MX)).map(RecordSet::ttlSeconds).contains(300L);
        assertThat(unseen).as("of one of the servers").isInstanceOf(Outcome.NotYet.class);
        assertThat(seen)
                .as("caches may hold it for as long")
                .isEqualTo(new Outcome.More<>("1 2026-11-20T12:00:00Z", 0));
        assertThat(cached)
                .isEqualTo(new Outcome.NotYet<>(
                        Duration.ofHours(4),
                        "caches may still lead mail to where it went before",
                        Optional.of(Instant.parse("2026-11-20T12:00:00Z"))));
        assertThat(over).isEqualTo(Outcome.done(new DnsFact.RecordsReverted(1, 0, List.of())));
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
        assertThat(host.edits()).hasSize(1);
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
        follow(command, call.dry());
        return plans.getLast();
    }

    private Outcome<DnsFact> handled(DnsCommand command, String cursor) {
        return follow(command, call.after(cursor)).map(Optional::orElseThrow);
    }

    private Outcome<DnsFact> handled(DnsCommand command) {
        return follow(command, call).map(Optional::orElseThrow);
    }

    private Outcome<Optional<DnsFact>> follow(DnsCommand command, OpenCall leave) {
        return new Procedure<DnsFact>(leave, plans::add, told::addAll)
                .follow(host.handlers().of(command));
    }

    /// What every command that changes something keeps, here on zones in memory.
    private abstract class OnFakeHost implements CommandContract<DnsFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return host.edits();
        }
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
