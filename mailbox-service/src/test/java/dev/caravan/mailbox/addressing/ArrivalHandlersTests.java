package dev.caravan.mailbox.addressing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.OpenCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ArrivalHandlersTests {

    private static final String USER = "UserMailbox";
    private static final Instant EARLIER = OpenCall.NOW.minusSeconds(1);
    private static final Instant LATER = OpenCall.NOW.plusSeconds(3600);

    private final FakeTenants tenants = new FakeTenants()
            .atSource("ada", USER, "SMTP:ada@a.example")
            .atSource("bea", USER, "SMTP:bea@a.example")
            .atSource("cem", USER, "SMTP:cem@a.example")
            .atDestination("ada.x", USER, "caravan:ada", "SMTP:ada.x@c.example", "smtp:ada.x@c.onmicrosoft.com")
            .atDestination("bea.x", USER, "caravan:bea", "SMTP:bea.x@c.example");
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Test
    void it_is_noted_of_each_target_from_when_on_letters_count() {
        // When
        var noted = handle(note("ada", "bea", "cem", "gone"));

        // Then
        assertThat(noted).isEqualTo(done(new MailboxFact.ArrivalsNoted(2, 1, 1)));
        assertThat(recorded())
                .extracting(Change::kind, Change::id, Change::property, Change::before, Change::after)
                .containsExactly(since("ada.x"), since("bea.x"));
        assertThat(tenants.changed()).isEmpty();
    }

    @Test
    void noting_it_once_more_for_the_same_command_notes_the_same() {
        // Given
        handle(note("ada"));
        var first = recorded();

        // When
        handle(note("ada"));

        // Then
        assertThat(recorded()).isEqualTo(first);
    }

    @Test
    void a_contact_or_a_group_gets_no_letters_of_its_own() {
        // Given
        tenants.atSource("list", "MailUniversalDistributionGroup", "SMTP:list@a.example")
                .atDestination("list.x", "MailUniversalDistributionGroup", "caravan:list", "SMTP:list@c.example");

        // When
        var noted = handle(note("list"));

        // Then
        assertThat(noted).isEqualTo(done(new MailboxFact.ArrivalsNoted(0, 1, 0)));
        assertThat(plans).isEmpty();
    }

    @Test
    void letters_since_then_are_told_for_each_mailbox_that_has_any() {
        // Given
        handle(note("ada", "bea"));
        tenants.inboxes()
                .got("ada.x", EARLIER, "ada@a.example")
                .got("ada.x", OpenCall.NOW, "ada@a.example")
                .got("ada.x", LATER, "list@a.example");

        // When
        var counted = handle(new MailboxCommand.CountArrivals(recorded()));

        // Then
        assertThat(counted)
                .isEqualTo(done(new MailboxFact.ArrivalsCounted(
                        2,
                        2,
                        List.of(new Conflict(
                                "mailbox",
                                "ada.x",
                                "arrivalsSince",
                                List.of("2"),
                                "ada.x got 2 letters at the destination since 2026-11-20T08:00:00Z,"
                                        + " which the source does not get")))));
        assertThat(tenants.changed()).isEmpty();
    }

    @Test
    void a_letter_to_an_address_that_the_mailbox_keeps_would_have_come_anyway() {
        // Given
        handle(note("ada"));
        tenants.inboxes().got("ada.x", LATER, "Ada.X@c.example").got("ada.x", LATER, "ada.x@c.onmicrosoft.com");

        // When
        var counted = handle(new MailboxCommand.CountArrivals(recorded()));

        // Then
        assertThat(counted).isEqualTo(done(new MailboxFact.ArrivalsCounted(1, 0, List.of())));
    }

    @Test
    void of_a_mailbox_that_is_gone_nobody_knows() {
        // Given
        handle(note("ada"));
        tenants.destination().remove("ada.x");

        // When
        var counted = handle(new MailboxCommand.CountArrivals(recorded()));

        // Then
        assertThat(counted).asString().contains("letters=0", "removed since, with all letters that it had got");
    }

    private static MailboxCommand note(String... recipients) {
        return new MailboxCommand.NoteArrivals(List.of(recipients), FakeTenants.SOURCE);
    }

    private static Tuple since(String mailbox) {
        return tuple("mailbox", mailbox, "arrivalsSince", List.of(), List.of("2026-11-20T08:00:00Z"));
    }

    private List<Change> recorded() {
        return plans.getLast().changes();
    }

    private static Outcome<Optional<MailboxFact>> done(MailboxFact fact) {
        return Outcome.done(Optional.of(fact));
    }

    private Outcome<Optional<MailboxFact>> handle(MailboxCommand command) {
        return new Procedure<MailboxFact>(call, plans::add, _ -> {})
                .follow(new TargetHandlers(tenants, new FakeForwardings(), tenants.ports())
                        .of((MailboxCommand.OfTargets) command));
    }
}
