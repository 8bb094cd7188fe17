package dev.caravan.launcher.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.caravan.launcher.runs.ChangeByHand;
import dev.caravan.launcher.runs.TaskAct;
import dev.caravan.launcher.runs.Waiting;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.web.Web;
import dev.caravan.launcher.zone.RecordSet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandsTests {

    private static final Instant NOW = Instant.parse("2026-12-03T19:00:00Z");
    private static final String DANA = "Dana Reyes";
    private static final String RECORD = "_caravan.fabrikam.example. TXT";

    private final List<String> said = new ArrayList<>();
    private final FakeDnsHost host;
    private final Hands hands;

    HandsTests() throws IOException {
        host = new FakeDnsHost();
        hands = new Hands(Customers.of(new Simulation(new Web(host.address()))), said::add);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_zone_is_read_in_the_portal_with_a_persons_own_credential() throws IOException {
        // Given
        var task = task(act("readZone", "fabrikam.example", List.of(), List.of(), null));

        // When
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(deed)
                .isEqualTo(new Deed.Done(
                        "Dana Reyes sees the zone fabrikam.example in the portal: serial 2026112001, 3 record sets",
                        List.of()));
        assertThat(host.calls()).containsExactly("dana GET fabrikam.example");
        assertThat(said)
                .containsExactly(
                        "Dana Reyes sees the zone fabrikam.example in the portal: serial 2026112001, 3 record sets");
    }

    @Test
    void whoever_has_no_credential_asks_somebody_of_the_customer() throws IOException {
        // Given
        var task = task(act("readZone", "fabrikam.example", List.of(), List.of(), null));

        // When
        var deed = hands.perform(task, "Jonas Weber", NOW);

        // Then
        assertThat(deed)
                .isInstanceOfSatisfying(
                        Deed.Done.class, done -> assertThat(done.evidence()).startsWith("Dana Reyes sees"));
    }

    @Test
    void a_record_is_published_and_the_evidence_is_what_every_server_answers() throws IOException {
        // Given
        var task = task(act("publish", RECORD, List.of(), List.of("\"move\""), 300L));

        // When
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(deed)
                .isEqualTo(new Deed.Done(
                        RECORD + ": the portal, ns1.fabrikam.example., ns2.fabrikam.example. show (TTL 300 s, move)",
                        List.of(
                                new ChangeByHand("rrset", RECORD, "values", List.of(), List.of("move")),
                                new ChangeByHand("rrset", RECORD, "ttl", List.of(), List.of("300")))));
        assertThat(host.calls()).contains("dana PUT fabrikam.example/rrsets/_caravan.fabrikam.example/TXT");
        assertThat(said)
                .first()
                .isEqualTo("Dana Reyes in the portal: " + RECORD + " was nothing and is (TTL 300 s, move)");
    }

    @Test
    void what_else_is_in_a_record_set_stays_and_so_does_its_ttl() throws IOException {
        // Given
        var apex = "fabrikam.example. TXT";
        var task = task(
                act("publish", apex, List.of(), List.of("\"move\""), 300L),
                act("replace", apex, List.of("\"v=spf1 -all\""), List.of("\"v=spf1 ~all\""), null));

        // When
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(host.zone().get(apex))
                .isEqualTo(new RecordSet(3600, new TreeSet<>(List.of("move", "\"v=spf1 ~all\""))));
        assertThat(deed)
                .isInstanceOfSatisfying(
                        Deed.Done.class,
                        done -> assertThat(done.changes())
                                .extracting(ChangeByHand::property)
                                .containsExactly("values", "values"));
    }

    @Test
    void a_server_that_lags_is_waited_for_and_nothing_is_done_twice() throws IOException {
        // Given
        host.secondaryFollows(false);
        var task = task(act("publish", RECORD, List.of(), List.of("\"move\""), 300L));
        var first = hands.perform(task, DANA, NOW);
        var calls = host.calls().size();
        hands.perform(task, DANA, NOW.plusSeconds(59));
        var callsTooEarly = host.calls().size() - calls;
        var second = hands.perform(task, DANA, NOW.plusSeconds(60));
        var nextLook = hands.nextLook();
        host.secondaryFollows(true);

        // When
        var third = hands.perform(task, DANA, NOW.plusSeconds(180));

        // Then
        assertThat(List.of(first, second))
                .allSatisfy(deed -> assertThat(deed)
                        .isEqualTo(new Deed.NotYet("ns2.fabrikam.example. answers " + RECORD + " with nothing")));
        assertThat(callsTooEarly).as("the clock has to have a chance to skip").isZero();
        assertThat(nextLook).contains(NOW.plusSeconds(180));
        assertThat(third).isInstanceOf(Deed.Done.class);
        assertThat(hands.nextLook()).isEmpty();
        assertThat(hands.perform(task, DANA, NOW.plusSeconds(181))).isSameAs(third);
        assertThat(host.calls()).filteredOn(call -> call.contains("PUT")).hasSize(1);
        assertThat(said).filteredOn(line -> line.contains("waits")).hasSize(1);
    }

    @Test
    void a_change_whose_answer_was_lost_is_not_forgotten() throws IOException {
        // Given
        var task = task(act("publish", RECORD, List.of(), List.of("\"move\""), 300L));
        host.losesNextAnswer();

        // When
        assertThatIOException().isThrownBy(() -> hands.perform(task, DANA, NOW));
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(deed)
                .isInstanceOfSatisfying(
                        Deed.Done.class,
                        done -> assertThat(done.changes())
                                .extracting(ChangeByHand::property)
                                .containsExactly("values", "ttl"));
    }

    @Test
    void a_server_that_lags_for_a_day_is_no_evidence() throws IOException {
        // Given
        host.secondaryFollows(false);
        var task = task(act("publish", RECORD, List.of(), List.of("\"move\""), 300L));
        hands.perform(task, DANA, NOW);

        // When
        var deed = hands.perform(task, DANA, NOW.plus(Duration.ofHours(24)));

        // Then
        assertThat(deed)
                .isInstanceOfSatisfying(
                        Deed.Impossible.class,
                        impossible ->
                                assertThat(impossible.why()).startsWith("after 24 hours still ns2.fabrikam.example."));
    }

    @Test
    void a_record_that_is_not_what_the_task_speaks_of_is_left_alone() throws IOException {
        // Given
        var task = task(act("replace", "fabrikam.example. TXT", List.of("\"v=spf1 +all\""), List.of("\"x\""), null));

        // When
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(deed)
                .isEqualTo(
                        new Deed.Impossible("the portal shows fabrikam.example. TXT as (TTL 3600 s, \"v=spf1 -all\"),"
                                + " and the task speaks of \"v=spf1 +all\""));
        assertThat(host.calls()).noneMatch(call -> call.contains("PUT"));
    }

    @Test
    void what_was_removed_whole_returns_with_its_ttl_and_what_was_added_goes_whole() throws IOException {
        // Given
        host.put(RECORD, 300, "\"move\"");
        host.secondaryFollows(true);
        var task = task(
                act("remove", RECORD, List.of("\"move\""), List.of(), null),
                act("publish", "old.fabrikam.example. A", List.of(), List.of("192.0.2.1"), 7200L));

        // When
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(deed).isInstanceOf(Deed.Done.class);
        assertThat(host.zone()).doesNotContainKey(RECORD);
        assertThat(host.zone().get("old.fabrikam.example. A"))
                .isEqualTo(new RecordSet(7200, new TreeSet<>(List.of("192.0.2.1"))));
        assertThat(host.calls()).contains("dana DELETE fabrikam.example/rrsets/_caravan.fabrikam.example/TXT");
    }

    @Test
    void a_record_without_a_ttl_is_not_made_up() throws IOException {
        // Given
        var task = task(act("publish", RECORD, List.of(), List.of("\"move\""), null));

        // When
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(deed).isEqualTo(new Deed.Impossible(RECORD + " is not there yet, and the task says no TTL for it"));
    }

    @Test
    void a_look_up_waits_for_the_values_that_it_names_and_only_notes_others() throws IOException {
        // Given
        var wanted = task(act("lookUp", RECORD, List.of(), List.of("\"move\""), null));
        var anything = task(act("lookUp", "fabrikam.example. TXT", List.of(), List.of(), null));

        // When
        var missing = hands.perform(wanted, DANA, NOW);
        var noted = hands.perform(anything, DANA, NOW);

        // Then
        assertThat(missing).isInstanceOf(Deed.NotYet.class);
        assertThat(noted)
                .isEqualTo(new Deed.Done(
                        "fabrikam.example. TXT: the portal, ns1.fabrikam.example., ns2.fabrikam.example. show "
                                + "(TTL 3600 s, \"v=spf1 -all\")",
                        List.of()));
    }

    @Test
    void servers_that_answer_differently_are_noted_one_by_one() throws IOException {
        // Given
        host.secondaryFollows(false);
        host.put("fabrikam.example. TXT", 60, "\"new\"");
        var task = task(act("lookUp", "fabrikam.example. TXT", List.of(), List.of(), null));

        // When
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(deed)
                .isEqualTo(new Deed.Done(
                        "fabrikam.example. TXT: the portal shows (TTL 60 s, new); ns1.fabrikam.example. shows "
                                + "(TTL 60 s, new); ns2.fabrikam.example. shows (TTL 3600 s, \"v=spf1 -all\")",
                        List.of()));
    }

    @Test
    void a_statement_is_a_persons_own() throws IOException {
        // Given
        var task = task(act("attest", "", List.of(), List.of("The domains are ours"), null));

        // When
        var deed = hands.perform(task, DANA, NOW);

        // Then
        assertThat(deed).isEqualTo(new Deed.Done("Dana Reyes states: The domains are ours", List.of()));
    }

    @Test
    void what_no_act_says_what_nobody_knows_and_what_is_not_here_cannot_be_done() throws IOException {
        // When
        var nothing = hands.perform(task(), DANA, NOW);
        var unknown = hands.perform(task(act("singAloud", "", List.of(), List.of(), null)), DANA, NOW);
        var elsewhere = hands.perform(
                task(act("publish", "x.elsewhere.example. A", List.of(), List.of("192.0.2.1"), 300L)), DANA, NOW);

        // Then
        assertThat(nothing).isEqualTo(new Deed.Impossible("it says no acts, so only a person can do it"));
        assertThat(List.of(unknown, elsewhere))
                .allSatisfy(deed -> assertThat(deed).isInstanceOf(Deed.Impossible.class));
    }

    static TaskAct act(String act, String id, List<String> old, List<String> wanted, @Nullable Long ttl) {
        return new TaskAct(act, "", id, old, wanted, ttl, "Do it.");
    }

    private static Waiting task(TaskAct... acts) {
        return new Waiting(
                "r1",
                "publish",
                "task",
                "customer-it",
                "",
                "Do it.",
                0,
                List.of(),
                "",
                "What is seen",
                false,
                List.of(acts),
                List.of(),
                null);
    }
}
