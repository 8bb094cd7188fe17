package dev.caravan.mailbox.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.mailbox.pairing.Grant.Right;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelegationTests {

    private static final Profile TEAM = Profiles.mailbox("team", "", "team@a.example");
    private static final Map<String, Profile> TARGETS = Map.of(
            "team", Profiles.mailbox("team.x", "caravan:team", "team@c.example"),
            "ada", Profiles.mailbox("ada.x", "caravan:ada", "ada@c.example"));
    private static final Grant EDITOR = new Grant(Right.CALENDAR, "ada", "Ada", List.of("Editor", "flag:Delegate"));

    @Test
    void rights_go_to_the_targets_of_their_holders_and_what_is_there_stays() {
        // Given
        var sending = new Grant(Right.SEND_AS, "ada", "ada", List.of("SendAs"));
        var behalf = new Grant(Right.SEND_ON_BEHALF, "ada", "ada", List.of("ada"));
        var present = new Grant(Right.SEND_AS, "ada.x", "ada@c.example", List.of("SendAs"));
        // When
        var plan = Delegation.plan(
                List.of(TEAM),
                TARGETS,
                Map.of("team", List.of(EDITOR, sending, behalf)),
                Map.of("team.x", List.of(present)));
        // Then
        assertThat(plan.changes()).extracting(Change::id).containsOnly("team.x|ada.x");
        assertThat(plan.changes())
                .extracting(Change::after)
                .containsExactly(List.of("Editor", "flag:Delegate"), List.of("ada.x"));
    }

    @Test
    void a_lesser_right_becomes_the_wanted_one_and_the_way_back_knows_it() {
        // Given
        var reviewer = new Grant(Right.CALENDAR, "ada.x", "Ada", List.of("Reviewer"));
        var plan = Delegation.plan(
                List.of(TEAM), TARGETS, Map.of("team", List.of(EDITOR)), Map.of("team.x", List.of(reviewer)));
        var now = new Grant(Right.CALENDAR, "ada.x", "Ada", EDITOR.rights());
        // When
        var back = Delegation.reversion(Map.of("team.x", List.of(now)), plan.changes());
        // Then
        assertThat(plan.changes()).extracting(Change::before).containsExactly(List.of("Reviewer"));
        assertThat(back.changes()).extracting(Change::after).containsExactly(List.of("Reviewer"));
    }

    @Test
    void rights_that_others_have_changed_or_taken_since_stay_so() {
        // Given
        var recorded = new Change(
                "mailboxFolderPermission", "team.x|ada.x", "accessRights", List.of(), List.of("Editor"), "…");
        var owner = new Grant(Right.CALENDAR, "ada.x", "Ada", List.of("Owner"));
        // When
        var changed = Delegation.reversion(Map.of("team.x", List.of(owner)), List.of(recorded));
        var taken = Delegation.reversion(Map.of("team.x", List.of()), List.of(recorded));
        // Then
        assertThat(changed.changes()).isEmpty();
        assertThat(changed.conflicts()).extracting(Conflict::observed).containsExactly(List.of("Owner"));
        assertThat(taken.changes()).isEmpty();
        assertThat(taken.conflicts()).isEmpty();
    }

    @Test
    void who_could_be_several_is_told_and_who_has_no_target_is_counted() {
        // Given
        var unclear = new Grant(Right.CALENDAR, "", "Ada Fuchs", List.of("Editor"));
        var stranger = new Grant(Right.MAILBOX, "stranger", "stranger", List.of("FullAccess"));
        var wanted = Map.of("team", List.of(unclear, stranger));
        // When
        var plan = Delegation.plan(List.of(TEAM), TARGETS, wanted, Map.of());
        // Then
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts())
                .singleElement()
                .extracting(Conflict::sentence)
                .asString()
                .contains("Ada Fuchs");
        assertThat(Delegation.unmapped(List.of(TEAM), TARGETS, wanted)).isOne();
    }
}
