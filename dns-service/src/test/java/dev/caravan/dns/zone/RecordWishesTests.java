package dev.caravan.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordWishesTests {

    private static final DomainName A = DomainName.parse("a.example");
    private static final RecordKey AUTODISCOVER = new RecordKey(A.below("autodiscover"), "CNAME");
    private static final Zone ZONE = Zone.of(
            A,
            1,
            List.of(
                    new RecordSet(new RecordKey(A.below("autodiscover"), "A"), 120, List.of("192.0.2.2")),
                    new RecordSet(new RecordKey(A, "MX"), 14400, List.of("0 old.example."))));

    @Test
    void what_is_replaced_keeps_its_ttl_and_what_comes_or_goes_has_it_with_its_values() {
        // When
        var changes = RecordWishes.plan(
                ZONE,
                List.of(
                        new RecordWish.Only(AUTODISCOVER, List.of("autodiscover.outlook.com.")),
                        new RecordWish.Only(new RecordKey(A, "MX"), List.of("0 new.example."))));
        // Then
        assertThat(changes)
                .extracting(change -> change.id() + " " + change.property() + " " + change.before() + change.after())
                .containsExactly(
                        "a.example. MX values [0 old.example.][0 new.example.]",
                        "autodiscover.a.example. A values [192.0.2.2][]",
                        "autodiscover.a.example. A ttl [120][]",
                        "autodiscover.a.example. CNAME values [][autodiscover.outlook.com.]",
                        "autodiscover.a.example. CNAME ttl [][3600]");
    }

    @Test
    void all_of_it_comes_back_with_the_ttl_of_before() {
        // Given
        var wish = new RecordWish.Only(AUTODISCOVER, List.of("autodiscover.outlook.com."));
        var recorded = RecordWishes.plan(ZONE, List.of(wish));
        var now = changed(ZONE, recorded);
        // When
        var plan = RecordReversion.plan(now, recorded);
        // Then
        assertThat(plan.conflicts()).isEmpty();
        assertThat(changed(now, plan.changes()).recordSets()).isEqualTo(ZONE.recordSets());
    }

    @Test
    void what_it_says_already_is_no_change() {
        assertThat(RecordWishes.plan(
                        ZONE, List.of(new RecordWish.Only(new RecordKey(A, "MX"), List.of("0 old.example.")))))
                .isEmpty();
    }

    private static Zone changed(Zone zone, List<Change> changes) {
        var recordSets = new TreeMap<>(zone.recordSets());
        ZoneEdit.all(List.of(zone), changes).stream()
                .flatMap(edit -> edit.replacements().stream())
                .forEach(replacement -> replacement
                        .after()
                        .ifPresentOrElse(
                                after -> recordSets.put(replacement.key(), after),
                                () -> recordSets.remove(replacement.key())));
        return Zone.of(zone.apex(), zone.serial() + 1, recordSets.values());
    }
}
