package dev.caravan.license.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatPlansTests {

    private static final String TEAMS = "aa";
    private static final String MAIL = "bb";
    private static final String COMPANY = "cc";
    private static final Sku E3 = new Sku(
            "e3",
            "ENTERPRISEPACK",
            List.of(
                    new Sku.ServicePlan(TEAMS, "TEAMS1", true),
                    new Sku.ServicePlan(COMPANY, "MCO_COMPANY", false),
                    new Sku.ServicePlan(MAIL, "EXCHANGE_S_ENTERPRISE", true)));

    @Test
    void a_change_names_the_licences_that_change_as_graph_writes_them() {
        // Given
        var ada = user(licence("e3", MAIL), licence("other"));
        // Then
        assertThat(ChatPlans.disabling(List.of(ada), List.of(E3)).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).containsExactly("{\"skuId\":\"e3\",\"disabledPlans\":[\"bb\"]}");
                    assertThat(change.after()).containsExactly("{\"skuId\":\"e3\",\"disabledPlans\":[\"bb\",\"aa\"]}");
                    assertThat(change.sentence()).isEqualTo("Ada may not use TEAMS1 any more");
                    assertThat(ChatPlans.isOne(change)).isTrue();
                    assertThat(ChatPlans.wanted(change)).containsExactly(licence("e3", MAIL, TEAMS));
                });
    }

    @Test
    void who_has_none_of_them_is_left_alone() {
        assertThat(ChatPlans.disabling(List.of(user(licence("e3", TEAMS)), user()), List.of(E3))
                        .changes())
                .isEmpty();
    }

    @Test
    void the_way_back_is_exact_and_what_others_changed_stays() {
        // Given
        var made = ChatPlans.disabling(List.of(user(licence("e3", MAIL))), List.of(E3))
                .changes();
        // Then
        assertThat(reverted(user(licence("e3", TEAMS, MAIL)), made).changes())
                .singleElement()
                .satisfies(change -> assertThat(ChatPlans.wanted(change)).containsExactly(licence("e3", MAIL)));
        assertThat(reverted(user(licence("e3", MAIL)), made)).isEqualTo(Plan.of(List.of(), 1));
        assertThat(reverted(user(licence("e3", TEAMS)), made).conflicts()).hasSize(1);
        assertThat(reverted(user(), made).conflicts()).hasSize(1);
        assertThat(ChatPlans.reverting(Map.of(), made).conflicts()).hasSize(1);
    }

    private static Plan reverted(LicensedUser now, List<Change> made) {
        return ChatPlans.reverting(Map.of("ada", now), made);
    }

    private static LicensedUser user(AssignedLicence... licences) {
        return new LicensedUser("ada", "Ada", List.of(licences), Set.of());
    }

    private static AssignedLicence licence(String sku, String... disabled) {
        return new AssignedLicence(sku, List.of(disabled));
    }
}
