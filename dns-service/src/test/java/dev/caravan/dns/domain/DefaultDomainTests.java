package dev.caravan.dns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultDomainTests {

    private static final String INITIAL = "t.onmicrosoft.com";
    private static final List<DomainName> MOVING = List.of(DomainName.parse("a.example"));

    @ParameterizedTest
    @ValueSource(strings = {"a.example", "A.Example", "sales.a.example"})
    void the_initial_domain_takes_the_place_of_one_that_moves(String now) {
        // When
        var plan = DefaultDomain.toInitial(tenant(now, now, "stays.example"), MOVING);
        // Then
        assertThat(DefaultDomain.chosen(plan)).contains(INITIAL);
        assertThat(plan.changes()).extracting(Change::id).containsExactly(INITIAL, now);
        assertThat(plan.changes()).extracting(Change::after).containsExactly(List.of("true"), List.of("false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {INITIAL, "stays.example", "nota.example"})
    void a_default_domain_that_stays_is_left_alone(String now) {
        assertThat(DefaultDomain.toInitial(tenant(now, "a.example", "stays.example", "nota.example"), MOVING)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void it_comes_back_when_it_still_is_as_we_left_it() {
        // When
        var back = reverted(tenant(INITIAL, "a.example"));
        // Then
        assertThat(DefaultDomain.chosen(back)).contains("a.example");
        assertThat(back.conflicts()).isEmpty();
        assertThat(reverted(tenant("a.example", "a.example")).isEmpty()).isTrue();
    }

    @Test
    void what_others_chose_since_stays_and_is_told() {
        assertThat(reverted(tenant("stays.example", "a.example", "stays.example")))
                .satisfies(DefaultDomainTests::isOnlyConflict);
    }

    @Test
    void a_domain_that_the_tenant_does_not_own_any_more_cannot_come_back_and_is_told() {
        // Given
        var unverified = List.of(domain(INITIAL, true, true), domain("a.example", false, false));
        // Then
        assertThat(reverted(tenant(INITIAL))).satisfies(DefaultDomainTests::isOnlyConflict);
        assertThat(reverted(unverified)).satisfies(DefaultDomainTests::isOnlyConflict);
    }

    private static void isOnlyConflict(Plan plan) {
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts()).hasSize(1);
    }

    private static Plan reverted(List<TenantDomain> now) {
        var recorded = DefaultDomain.toInitial(tenant("a.example", "a.example"), MOVING);
        return DefaultDomain.reversion(now, recorded.changes());
    }

    private static List<TenantDomain> tenant(String now, String... others) {
        return Stream.concat(Stream.of(INITIAL), Stream.of(others))
                .map(id -> domain(id, id.equals(now), true))
                .toList();
    }

    private static TenantDomain domain(String id, boolean isDefault, boolean isVerified) {
        return new TenantDomain(id, isDefault, id.equals(INITIAL), isVerified, false, List.of());
    }
}
