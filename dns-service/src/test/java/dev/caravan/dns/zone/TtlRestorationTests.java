package dev.caravan.dns.zone;

import static dev.caravan.dns.zone.ZoneFixture.key;
import static dev.caravan.dns.zone.ZoneFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class TtlRestorationTests {

    private static final Change LOWERED = change("ttl", List.of("14400"), List.of("300"));

    @Test
    void a_lowered_ttl_returns_and_says_so_in_a_sentence() {
        // Given
        Zone now = zone().with("@", "MX", 300, "0 mx.example.").build();

        // When
        Plan plan = TtlRestoration.plan(now, List.of(LOWERED));

        // Then
        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.changes())
                .containsExactly(new Change(
                        "rrset",
                        "fabrikam.example. MX",
                        "ttl",
                        List.of("300"),
                        List.of("14400"),
                        "fabrikam.example. MX: TTL 300 s becomes 14400 s, as it was"));
    }

    @Test
    void values_that_have_moved_stay_where_they_are() {
        // Given
        Change switched = change("values", List.of("0 old.example."), List.of("0 new.example."));
        Zone now = zone().with("@", "MX", 300, "0 new.example.").build();

        // When
        Plan plan = TtlRestoration.plan(now, List.of(switched, LOWERED));

        // Then
        assertThat(plan.changes()).extracting(Change::property).containsExactly("ttl");
        assertThat(ZoneEdit.all(List.of(now), plan.changes()).getFirst().replacements())
                .singleElement()
                .satisfies(replacement -> assertThat(replacement.after())
                        .contains(new RecordSet(key("@", "MX"), 14400, List.of("0 new.example."))));
    }

    @Test
    void a_second_run_plans_nothing() {
        // Given
        Zone restored = zone().with("@", "MX", 14400, "0 mx.example.").build();

        // When
        Plan plan = TtlRestoration.plan(restored, List.of(LOWERED));

        // Then
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts()).isEmpty();
    }

    @Test
    void a_ttl_that_somebody_else_has_set_since_stays_and_is_shown() {
        // Given
        Zone now = zone().with("@", "MX", 600, "0 mx.example.").build();

        // When
        Plan plan = TtlRestoration.plan(now, List.of(LOWERED));

        // Then
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.sentence())
                        .isEqualTo("fabrikam.example. MX: TTL 600 s was set by others and stays"));
    }

    @Test
    void a_record_set_that_was_removed_since_stays_removed_and_is_shown() {
        // When
        Plan plan = TtlRestoration.plan(zone().build(), List.of(LOWERED));

        // Then
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.sentence())
                        .isEqualTo("fabrikam.example. MX has been removed since and stays so"));
    }

    @Test
    void a_record_set_that_had_no_ttl_before_keeps_the_one_that_it_has() {
        // Given
        Zone now = zone().with("@", "MX", 300, "0 mx.example.").build();

        // When
        Plan plan = TtlRestoration.plan(now, List.of(change("ttl", List.of(), List.of("300"))));

        // Then
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts()).isEmpty();
    }

    private static Change change(String property, List<String> before, List<String> after) {
        return new Change("rrset", key("@", "MX").toString(), property, before, after, "…");
    }
}
