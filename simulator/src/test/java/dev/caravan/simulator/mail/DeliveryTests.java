package dev.caravan.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.SampleWorld;
import dev.caravan.simulator.mail.MailExchangers.Answer;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.Worlds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DeliveryTests {

    private static final String CLASSIC = "fabrikam-example.mail.protection.outlook.com";
    private static final String MODERN = "fabrikam-example.a-v1.mx.microsoft";

    @TempDir
    Path directory;

    private final Worlds worlds = MailWorld.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bjorn.abel@fabrikam.example",
                "babel1@fabrikam.example",
                "list0@fabrikam.example",
                "dyn0@fabrikam.example",
                "project0@fabrikam.example",
                "archive@fabrikam.example",
                "supplier0@fabrikam.example"
            })
    void a_letter_reaches_whoever_has_the_address(String to) {
        // When
        Outcome outcome = fromOutside(MailWorld.classic(), to);
        // Then
        assertThat(outcome).isEqualTo(new Outcome.Delivered(CLASSIC, "250 2.1.5 Recipient OK", MailWorld.FABRIKAM));
    }

    @Test
    void what_a_tenant_no_longer_is_takes_no_letters() {
        // Given
        PostOffices offices = new PostOffices(worlds, loaded -> loaded.with(Kind.MAILBOXES, List.of()));
        // When
        Outcome outcome = new Delivery(offices, MailWorld.classic())
                .attempt(letter("bjorn.abel@fabrikam.example", Optional.empty()));
        // Then
        assertThat(outcome.result()).startsWith("550 5.1.10");
    }

    @Test
    void an_address_that_nobody_has_bounces() {
        // When
        Outcome outcome = fromOutside(MailWorld.classic(), "nobody@fabrikam.example");
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Bounced.class);
        assertThat(outcome.result()).startsWith("550 5.1.10");
    }

    @Test
    void a_user_without_mailbox_takes_no_mail() {
        // When
        Outcome outcome = fromOutside(MailWorld.classic(), "anouk.dahl@fabrikam.example");
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Bounced.class);
    }

    @Test
    void the_host_of_a_tenant_that_does_not_hold_the_domain_refuses_it() {
        // When
        Outcome outcome = fromOutside(MailWorld.hosts(MODERN), "bjorn.abel@fabrikam.example");
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Bounced.class);
        assertThat(outcome.mx()).isEqualTo(MODERN);
        assertThat(outcome.result()).startsWith("550 5.4.1 ");
    }

    @Test
    void where_both_tenants_share_a_host_the_one_that_holds_the_domain_takes_the_letter() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        SampleWorld.change(
                folder,
                "destination/tenant.json",
                before -> before.replace("a-v1.mx.microsoft", "mail.protection.outlook.com"));
        Worlds alike = MailWorld.load(folder);
        // When
        Outcome outcome = new Delivery(new PostOffices(alike, loaded -> loaded), MailWorld.classic())
                .attempt(letter("bjorn.abel@fabrikam.example", Optional.empty()));
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void a_host_that_does_not_exist_is_tried_again_later() {
        // When
        Outcome outcome = fromOutside(MailWorld.hosts("parked.invalid"), "bjorn.abel@fabrikam.example");
        // Then
        assertThat(outcome)
                .isEqualTo(new Outcome.Deferred("parked.invalid", "451 4.4.1 parked.invalid did not answer"));
    }

    @Test
    void the_next_host_is_tried_when_the_first_does_not_answer() {
        // When
        Outcome outcome = fromOutside(MailWorld.hosts("parked.invalid", CLASSIC), "bjorn.abel@fabrikam.example");
        // Then
        assertThat(outcome.mx()).isEqualTo(CLASSIC);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void the_next_host_is_not_asked_when_the_first_has_refused() {
        // When
        Outcome outcome = fromOutside(MailWorld.hosts(MODERN, CLASSIC), "bjorn.abel@fabrikam.example");
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Bounced.class);
    }

    @Test
    void a_resolver_without_an_answer_is_asked_again_later() {
        // When
        Outcome outcome = fromOutside(_ -> new Answer.Unanswered("SERVFAIL"), "bjorn.abel@fabrikam.example");
        // Then
        assertThat(outcome).isEqualTo(new Outcome.Deferred(null, "450 4.4.312 DNS query failed: SERVFAIL"));
    }

    @Test
    void a_domain_that_does_not_exist_bounces() {
        // When
        Outcome outcome = fromOutside(_ -> new Answer.NoSuchDomain(), "bjorn.abel@fabrikam.example");
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Bounced.class);
    }

    @Test
    void a_null_mx_takes_no_mail() {
        // When
        Outcome outcome = fromOutside(MailWorld.hosts(""), "bjorn.abel@fabrikam.example");
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Bounced.class);
        assertThat(outcome.result()).startsWith("556 ");
    }

    @Test
    void without_mx_the_domain_itself_is_the_host() {
        // When
        Outcome outcome = fromOutside(_ -> new Answer.NoExchanger(), "bjorn.abel@fabrikam.example");
        // Then
        assertThat(outcome.mx()).isEqualTo("fabrikam.example");
    }

    @Test
    void a_tenant_delivers_inside_without_asking_dns() {
        // Given
        Tenant source = worlds.all().getFirst().source();
        // When
        Outcome outcome = delivery(_ -> new Answer.Unanswered("nobody asks"))
                .attempt(letter("bjorn.abel@fabrikam.example", Optional.of(source)));
        // Then
        assertThat(outcome)
                .isEqualTo(new Outcome.Delivered(
                        "inside fabrikam.onmicrosoft.com", "250 2.1.5 Recipient OK", MailWorld.FABRIKAM));
    }

    @Test
    void another_tenant_delivers_by_dns_like_everybody_else() {
        // Given
        Tenant destination = worlds.all().getFirst().destination();
        // When
        Outcome outcome =
                delivery(MailWorld.classic()).attempt(letter("bjorn.abel@fabrikam.example", Optional.of(destination)));
        // Then
        assertThat(outcome.mx()).isEqualTo(CLASSIC);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void a_tenant_that_relays_a_domain_passes_letters_to_nobody_on() {
        // When
        Outcome outcome = relaying("parked.invalid")
                .attempt(letter(
                        "gone@fabrikam.example",
                        Optional.of(worlds.all().getFirst().source())));
        // Then
        assertThat(outcome)
                .isEqualTo(new Outcome.Deferred("parked.invalid", "451 4.4.1 parked.invalid did not answer"));
    }

    @Test
    void a_tenant_that_relays_a_domain_keeps_letters_to_its_own_people() {
        // When
        Outcome outcome = relaying("parked.invalid")
                .attempt(letter(
                        "bjorn.abel@fabrikam.example",
                        Optional.of(worlds.all().getFirst().source())));
        // Then
        assertThat(outcome.mx()).isEqualTo("inside fabrikam.onmicrosoft.com");
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void a_tenant_to_which_the_domain_points_relays_nothing_to_itself() {
        // When
        Outcome outcome = relaying(CLASSIC).attempt(letter("gone@fabrikam.example", Optional.empty()));
        // Then
        assertThat(outcome)
                .isEqualTo(new Outcome.Bounced(CLASSIC, "554 5.4.14 Hop count exceeded - possible mail loop"));
    }

    @Test
    void a_group_for_insiders_takes_letters_of_its_own_tenant_only() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory);
        SampleWorld.change(
                folder,
                "source/exchange/distributionGroups.jsonl",
                before -> before.replace(
                        "{\"Identity\": \"List 0\",",
                        "{\"Identity\": \"List 0\", \"RequireSenderAuthenticationEnabled\": true,"));
        Worlds closed = MailWorld.load(folder);
        Delivery delivery = new Delivery(new PostOffices(closed, loaded -> loaded), MailWorld.classic());
        // When
        Outcome fromOutside = delivery.attempt(letter("list0@fabrikam.example", Optional.empty()));
        Outcome fromInside = delivery.attempt(letter(
                "list0@fabrikam.example", Optional.of(closed.all().getFirst().source())));
        Outcome fromAnother = delivery.attempt(letter(
                "list0@fabrikam.example", Optional.of(closed.all().getFirst().destination())));
        // Then
        assertThat(fromOutside.result()).startsWith("550 5.7.133");
        assertThat(fromInside).isInstanceOf(Outcome.Delivered.class);
        assertThat(fromAnother).isInstanceOf(Outcome.Bounced.class);
    }

    private Delivery relaying(String host) {
        JsonLine state = new JsonLine(
                "acceptedDomains.state.jsonl",
                1,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("DomainName", "fabrikam.example")
                        .put("DomainType", "InternalRelay"));
        return new Delivery(
                new PostOffices(worlds, loaded -> loaded.with(Kind.ACCEPTED_DOMAIN_STATES, List.of(state))),
                MailWorld.hosts(host));
    }

    private Outcome fromOutside(MailExchangers exchangers, String to) {
        return delivery(exchangers).attempt(letter(to, Optional.empty()));
    }

    private Delivery delivery(MailExchangers exchangers) {
        return new Delivery(new PostOffices(worlds, loaded -> loaded), exchangers);
    }

    private static Letter letter(String to, Optional<Tenant> sender) {
        return new Letter("anna@friends.example", Address.find(to).orElseThrow(), sender, false);
    }
}
