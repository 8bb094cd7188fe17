package dev.caravan.dns.zone;

import static dev.caravan.dns.zone.ZoneFixture.key;
import static dev.caravan.dns.zone.ZoneFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordReversionTests {

    private static final Change LOWERED = change("@", "MX", "ttl", List.of("14400"), List.of("300"));
    private static final Change SWITCHED =
            change("@", "MX", "values", List.of("0 old.example."), List.of("0 new.example."));
    private static final Change ADDED = change("@", "TXT", "values", List.of(), List.of("\"MS=ms1\""));

    @Test
    void a_ttl_that_we_lowered_returns_to_what_it_was() {
        // When
        Plan plan = RecordReversion.plan(
                zone().with("@", "MX", 300, "0 old.example.").build(), List.of(LOWERED));

        // Then
        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).containsExactly("300");
            assertThat(change.after()).containsExactly("14400");
        });
    }

    @Test
    void what_is_back_already_needs_nothing() {
        // When
        Plan plan = RecordReversion.plan(
                zone().with("@", "MX", 14400, "0 old.example.").build(), List.of(LOWERED, SWITCHED, ADDED));

        // Then
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts()).isEmpty();
    }

    @Test
    void a_ttl_that_somebody_else_has_set_since_stays_and_is_shown() {
        // When
        Plan plan = RecordReversion.plan(
                zone().with("@", "MX", 600, "0 old.example.").build(), List.of(LOWERED));

        // Then
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.sentence())
                        .isEqualTo("fabrikam.example. MX: TTL 600 s was set by others and stays"));
    }

    @Test
    void an_rrset_that_somebody_else_has_removed_stays_removed() {
        // When
        Plan plan = RecordReversion.plan(zone().build(), List.of(LOWERED));

        // Then
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts()).hasSize(1);
    }

    @Test
    void values_that_we_added_go_and_those_that_others_added_stay() {
        // Given
        Zone now = zone().with("@", "TXT", 300, "\"MS=ms1\"", "\"added by others\"")
                .build();

        // When
        Plan plan = RecordReversion.plan(now, List.of(ADDED));

        // Then
        assertThat(plan.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).containsExactly("\"added by others\""));
        assertThat(plan.conflicts()).hasSize(1);
    }

    @Test
    void values_and_ttl_return_together_in_one_replacement() {
        // Given
        Zone now = zone().with("@", "MX", 300, "0 new.example.").build();

        // When
        List<ZoneEdit> edits = ZoneEdit.all(
                List.of(now),
                RecordReversion.plan(now, List.of(LOWERED, SWITCHED)).changes());

        // Then
        assertThat(edits)
                .singleElement()
                .satisfies(edit -> assertThat(edit.replacements())
                        .singleElement()
                        .satisfies(replacement -> assertThat(replacement.after())
                                .isEqualTo(
                                        Optional.of(new RecordSet(key("@", "MX"), 14400, List.of("0 old.example."))))));
    }

    @Test
    void an_rrset_that_we_removed_returns_with_its_ttl() {
        // Given
        Change removed = change("autodiscover", "CNAME", "values", List.of("a.example."), List.of());
        Change itsTtl = change("autodiscover", "CNAME", "ttl", List.of("7200"), List.of("300"));
        Zone now = zone().build();

        // When
        List<Change> plan = RecordReversion.plan(now, List.of(itsTtl, removed)).changes();

        // Then
        assertThat(ZoneEdit.all(List.of(now), plan).getFirst().replacements())
                .singleElement()
                .satisfies(replacement -> assertThat(replacement.after())
                        .contains(new RecordSet(key("autodiscover", "CNAME"), 7200, List.of("a.example."))));
    }

    @Test
    void a_change_goes_to_the_innermost_zone_that_holds_it() {
        // Given
        Zone parent = zone().build();
        Zone child = Zone.of(
                DomainName.parse("sales.fabrikam.example"),
                1,
                List.of(new RecordSet(key("sales", "MX"), 300, List.of("0 old.example."))));

        // When
        List<ZoneEdit> edits = ZoneEdit.all(
                List.of(parent, child), List.of(change("sales", "MX", "ttl", List.of("300"), List.of("900"))));

        // Then
        assertThat(edits.get(0).replacements()).isEmpty();
        assertThat(edits.get(1).replacements()).hasSize(1);
    }

    private static Change change(String owner, String type, String property, List<String> before, List<String> after) {
        return new Change("rrset", key(owner, type).toString(), property, before, after, "…");
    }
}
