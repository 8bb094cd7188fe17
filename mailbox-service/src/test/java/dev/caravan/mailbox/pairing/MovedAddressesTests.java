package dev.caravan.mailbox.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovedAddressesTests {

    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("a.example"));
    private static final Profile ADA = Profiles.mailbox("ada", "", "ada@t.example");
    private static final Profile TARGET = Profiles.mailbox("ada.x", "caravan:ada", "ada.x@c.example");

    @Test
    void only_addresses_in_the_domains_that_are_gone_are_lost() {
        // Given
        var change = change(
                "mailbox",
                "ada",
                List.of(
                        "SMTP:ada@a.example",
                        "smtp:a@a.example",
                        "smtp:ada@b.example",
                        "SIP:ada@a.example",
                        "X500:/o=x"),
                List.of("SMTP:ada@t.example", "smtp:A@a.example"));
        // Then
        assertThat(MovedAddresses.lost(change, DOMAINS)).containsExactly("ada@a.example");
        assertThat(MovedAddresses.replacedPrimary(change, DOMAINS)).contains("ada@a.example");
    }

    @Test
    void a_primary_address_that_moved_with_a_sign_in_name_is_set_though_it_is_not_lost() {
        // Given
        var change = change(
                "user", "id-ada", List.of("SMTP:ada@a.example"), List.of("smtp:ada@a.example", "SMTP:ada@t.example"));
        var observed = observed("id-ada");
        // When
        var adding = MovedAddresses.adding(List.of(change), DOMAINS, observed);
        var promoting = MovedAddresses.promoting(List.of(change), DOMAINS, observed);
        // Then
        assertThat(adding.changes()).isEmpty();
        assertThat(promoting.changes())
                .extracting(Change::after)
                .containsExactly(List.of("smtp:ada.x@c.example", "SMTP:ada@a.example"));
        assertThat(promoting.changes()).extracting(Change::id).containsExactly("ada.x");
    }

    @Test
    void whoever_has_no_target_is_told_but_for_contacts() {
        // Given
        var lost = List.of("SMTP:x@a.example");
        var observed = new MovedAddresses.Observed(
                Map.of(
                        "ada", ADA.recipient(),
                        "c", Profiles.contact("c", "", "x@elsewhere.example").recipient()),
                Map.of(),
                Map.of());
        // When
        var plan = MovedAddresses.adding(
                List.of(change("mailbox", "ada", lost, List.of()), change("mailContact", "c", lost, List.of())),
                DOMAINS,
                observed);
        // Then
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.id()).isEqualTo("ada");
            assertThat(conflict.sentence()).contains("no target", "x@a.example");
        });
    }

    private static MovedAddresses.Observed observed(String id) {
        return new MovedAddresses.Observed(Map.of(id, ADA.recipient()), Map.of("ada", TARGET), Map.of());
    }

    private static Change change(String kind, String id, List<String> before, List<String> after) {
        return new Change(kind, id, "addresses", before, after, "…");
    }
}
