package dev.caravan.mailbox.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.forwarding.Forwarding;
import dev.caravan.mailbox.pairing.TargetMatching.Candidates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetMatchingTests {

    private static final Profile ADA = Profiles.mailbox("ada", "", "ada@a.example");

    @Test
    void the_one_mailbox_that_forwards_to_the_contact_of_the_address_is_the_target() {
        // When
        var plan = plan(List.of(ADA), inside("ada.x", "ADA@a.example"));
        // Then
        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.id()).isEqualTo("ada.x");
            assertThat(change.before()).isEmpty();
            assertThat(change.after()).containsExactly("caravan:ada");
        });
    }

    @Test
    void of_several_none_is_taken() {
        // When
        var plan = plan(List.of(ADA), inside("ada.x", "ada@a.example"), inside("helper", "ada@a.example"));
        // Then
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts()).extracting(Conflict::id).containsExactly("ada");
        assertThat(plan.conflicts().getFirst().sentence()).contains("several", "ada.x", "helper");
    }

    @Test
    void who_could_be_the_target_of_two_is_of_neither() {
        // Given
        var bo = Profiles.mailbox("bo", "", "bo@a.example");
        var both = new Forwarding(
                "team",
                "team",
                Optional.of(new Forwarding.Target("contact", "guid", "ada@a.example")),
                Optional.of("smtp:bo@a.example"),
                true);
        // When
        var plan = plan(List.of(ADA, bo), both);
        // Then
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts()).extracting(Conflict::id).containsExactly("ada", "bo");
    }

    @Test
    void a_contact_is_that_of_the_same_address_outside_and_a_group_only_whom_a_person_names() {
        // Given
        var contact = Profiles.contact("sales", "", "Sales@supplier.example");
        var list = Profiles.group("list", "", "list@a.example");
        var other = Profiles.group("other", "", "list@a.example");
        var candidates = new Candidates(
                List.of(),
                Map.of(),
                Map.of("sales@supplier.example", List.of(Profiles.contact("s", "", "sales@supplier.example"))),
                Map.of("list", Profiles.group("liste", "", "liste@c.example")));
        // When
        var plan = TargetMatching.plan(List.of(contact, list, other), candidates, 3);
        // Then
        assertThat(plan.changes()).extracting(Change::id).containsExactly("s", "liste");
    }

    @Test
    void another_kind_and_a_mark_of_others_are_no_targets() {
        // Given
        var bo = Profiles.mailbox("bo", "", "bo@a.example");
        var candidates = new Candidates(
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(
                        "ada", Profiles.group("liste", "", "liste@c.example"),
                        "bo", Profiles.mailbox("bo.x", "caravan:cy", "bo@c.example")));
        // When
        var plan = TargetMatching.plan(List.of(ADA, bo), candidates, 2);
        // Then
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts())
                .extracting(Conflict::sentence)
                .anyMatch(sentence -> sentence.contains("is a distributionGroup"))
                .anyMatch(sentence -> sentence.contains("caravan:cy"));
    }

    private static Plan plan(List<Profile> sources, Forwarding... forwardings) {
        var mailboxes = Stream.of(forwardings)
                .map(forwarding -> Profiles.mailbox(forwarding.guid(), "", forwarding.guid() + "@c.example"))
                .collect(Collectors.toMap(Profile::guid, Function.identity()));
        return TargetMatching.plan(
                sources, new Candidates(List.of(forwardings), mailboxes, Map.of(), Map.of()), sources.size());
    }

    private static Forwarding inside(String guid, String address) {
        return new Forwarding(
                guid, guid, Optional.of(new Forwarding.Target("contact", "guid", address)), Optional.empty(), true);
    }
}
