package dev.caravan.dns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SigningMovesTests {

    private static final List<String> NONE = List.of();
    private static final List<String> YES = List.of("true");
    private static final List<String> NO = List.of("false");
    private static final List<DomainName> RUN = names("a.example", "b.example");
    private static final List<Change> REMOVED = List.of(
            new Change("domain", "a.example", "isVerified", YES, NONE, "…"),
            removed("a.example", YES),
            removed("b.example", NO),
            removed("sales.a.example", YES));

    @Test
    void only_domains_of_the_run_that_were_signed_are_prepared() {
        // When
        var plan = SigningMoves.creating(List.of(), REMOVED, RUN);
        // Then
        assertThat(plan.changes())
                .containsExactly(new Change(
                        "domain",
                        "a.example",
                        "isSigned",
                        NONE,
                        NO,
                        "the tenant gets keys for letters of a.example, and does not sign with them yet"));
    }

    @Test
    void what_is_prepared_or_signed_already_is_not_prepared_again() {
        assertThat(SigningMoves.creating(List.of(signing("A.example", false)), REMOVED, RUN))
                .satisfies(SigningMovesTests::isNothing);
        assertThat(SigningMoves.creating(List.of(signing("a.example", true)), REMOVED, RUN))
                .satisfies(SigningMovesTests::isNothing);
    }

    @Test
    void what_is_prepared_is_signed_and_what_is_not_is_left_to_the_tenant_to_refuse() {
        // When
        var prepared = SigningMoves.enabling(List.of(signing("a.example", false)), REMOVED, RUN);
        var missing = SigningMoves.enabling(List.of(signing("b.example", false)), REMOVED, RUN);
        // Then
        assertThat(prepared.changes())
                .containsExactly(new Change(
                        "domain", "a.example", "isSigned", NO, YES, "the tenant signs letters of a.example"));
        assertThat(missing.changes()).extracting(Change::before).containsExactly(NONE);
        assertThat(SigningMoves.enabling(List.of(signing("a.example", true)), REMOVED, RUN))
                .satisfies(SigningMovesTests::isNothing);
    }

    @Test
    void what_a_step_has_begun_ends_and_nothing_else() {
        // Given
        var recorded = List.of(
                SigningMoves.change("a.example", NO, YES),
                SigningMoves.change("b.example", NONE, NO),
                SigningMoves.change("c.example", NO, YES),
                SigningMoves.change("d.example", NO, YES));
        var all = List.of(signing("a.example", true), signing("b.example", true), signing("c.example", false));
        // When
        var plan = SigningMoves.reversion(all, recorded);
        // Then
        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.changes())
                .containsExactly(new Change(
                        "domain", "a.example", "isSigned", YES, NO, "the tenant signs letters of a.example no more"));
    }

    @Test
    void a_domain_that_leaves_takes_its_keys_along_which_its_removal_records() {
        // Given
        var all = Stream.of("a.example", "b.example", "stays.example")
                .map(id -> new TenantDomain(id, false, false, true, false, List.of())
                        .inExchange(List.of(signing("a.example", true), signing("stays.example", true)), List.of()))
                .toList();
        // When
        var removed = DomainMoves.removing(all, RUN).changes();
        // Then
        assertThat(removed.stream().filter(SigningMoves::isOne))
                .containsExactly(new Change(
                        "domain", "a.example", "isSigned", YES, NONE, "the tenant signs letters of a.example no more"));
    }

    @Test
    void what_only_seemed_to_be_signed_returns_prepared_and_people_are_told() {
        // Given
        var seeming = new TenantDomain("a.example", false, false, true, false, List.of())
                .inExchange(List.of(new Signing("a.example", true, false, List.of())), List.of());
        // When
        var removed = DomainMoves.removing(List.of(seeming), RUN).changes();
        var returned = DomainMoves.returning(List.of(), removed);
        // Then
        assertThat(removed.stream().filter(SigningMoves::isOne))
                .singleElement()
                .satisfies(change -> assertThat(change.before()).containsExactly("unpublished"));
        assertThat(returned.changes().stream().filter(SigningMoves::isOne))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo(NO));
        assertThat(returned.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.sentence()).contains("never published"));
        isNothing(SigningMoves.creating(List.of(), removed, names("a.example")));
    }

    private static void isNothing(Plan plan) {
        assertThat(plan.changes()).isEmpty();
    }

    private static Change removed(String id, List<String> before) {
        return SigningMoves.change(id, before, NONE);
    }

    private static Signing signing(String id, boolean isEnabled) {
        return new Signing(id, isEnabled, true, List.of());
    }

    private static List<DomainName> names(String... names) {
        return Stream.of(names).map(DomainName::parse).toList();
    }
}
