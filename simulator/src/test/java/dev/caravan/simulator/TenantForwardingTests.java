package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Where mail goes on to, who may send it on behalf, and under which names recipients show.
class TenantForwardingTests {

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final CloudTenant tenant = CloudTenant.source(simulator);
    private static final CloudTenant destination = CloudTenant.destination(simulator);

    @Test
    void null_clears_a_forwarding_and_an_identity_brings_it_back() {
        // Given
        String identity = "\"Identity\": \"tala.bauer.x\", ";
        // When
        destination.invoke(
                "Set-Mailbox",
                "{" + identity + "\"ForwardingAddress\": null,"
                        + " \"ForwardingSmtpAddress\": null, \"DeliverToMailboxAndForward\": false}");
        JsonNode cleared = mailbox(destination, "tala.bauer.x");
        destination.invoke(
                "Set-Mailbox",
                "{" + identity
                        + "\"ForwardingAddress\": \"tala.bauer@fabrikam-group.example\", \"DeliverToMailboxAndForward\": true}");
        // Then
        assertThat(cleared.path("ForwardingAddress").isNull()).isTrue();
        assertThat(cleared.path("DeliverToMailboxAndForward").asBoolean()).isFalse();
        assertThat(mailbox(destination, "tala.bauer.x")
                        .path("ForwardingAddress")
                        .asString())
                .isEqualTo("Tala Bauer (ext)");
        assertThat(mailbox(destination, "tala.bauer.x")
                        .path("DeliverToMailboxAndForward")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_forwarding_outside_is_an_smtp_address() {
        // When
        tenant.invoke("Set-Mailbox", """
                {"Identity": "olu.abel", "ForwardingSmtpAddress": "olu@home.example"}""");
        Reply wrong = tenant.invoke("Set-Mailbox", """
                {"Identity": "olu.abel", "ForwardingSmtpAddress": "olu at home"}""");
        // Then
        assertThat(mailbox(tenant, "olu.abel").path("ForwardingSmtpAddress").asString())
                .isEqualTo("smtp:olu@home.example");
        assertThat(wrong.status()).isEqualTo(400);
    }

    @Test
    void nobody_forwards_to_whom_the_tenant_does_not_know() {
        // When
        Reply reply = tenant.invoke("Set-Mailbox", """
                {"Identity": "olu.udo", "ForwardingAddress": "nobody@fabrikam.example"}""");
        // Then
        assertThat(reply.status()).isEqualTo(404);
        assertThat(mailbox(tenant, "olu.udo").path("ForwardingAddress").isNull())
                .isTrue();
    }

    @Test
    void deputies_are_replaced_by_a_list_and_changed_by_a_table() {
        // When
        tenant.invoke("Set-Mailbox", """
                {"Identity": "farid.sato", "GrantSendOnBehalfTo": ["bjorn.abel", "sec0@fabrikam.example"]}""");
        JsonNode replaced = mailbox(tenant, "farid.sato").path("GrantSendOnBehalfTo");
        tenant.invoke("Set-Mailbox", """
                {"Identity": "farid.sato", "GrantSendOnBehalfTo": {"@odata.type": "#Exchange.GenericHashTable",
                 "Add": "olu.udo@fabrikam.example", "Remove": ["bjorn.abel@fabrikam.example"]}}""");
        // Then
        assertThat(replaced.valueStream().map(JsonNode::asString)).containsExactly("bjorn.abel", "Security 0");
        assertThat(mailbox(tenant, "farid.sato")
                        .path("GrantSendOnBehalfTo")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("Security 0", "olu.udo");
    }

    @ParameterizedTest
    @CsvSource({"List 1, 400", "nobody, 404"})
    void only_who_can_sign_in_and_security_groups_send_on_behalf(String deputy, int status) {
        // When
        Reply reply = tenant.invoke("Set-Mailbox", """
                {"Identity": "bela.dahl", "GrantSendOnBehalfTo": "%s"}""".formatted(deputy));
        // Then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(tenant.invoke("Get-Mailbox", "{\"Identity\": \"bela.dahl\"}").body())
                .contains("\"GrantSendOnBehalfTo\":[\"olu.udo\"]");
    }

    @Test
    void a_name_to_show_is_the_same_in_exchange_and_in_the_directory() {
        // When
        tenant.invoke("Set-Mailbox", """
                {"Identity": "jonas.kaya", "DisplayName": "Jonas Kaya-Berg", "HiddenFromAddressListsEnabled": true}""");
        // Then
        assertThat(mailbox(tenant, "jonas.kaya")
                        .path("HiddenFromAddressListsEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(tenant.get("/users/jonas.kaya@fabrikam.example").body()).contains("Jonas Kaya-Berg");
        assertThat(tenant.values("Get-MailboxFolderPermission", "farid.sato:\\\\Kalender", "User"))
                .contains("Jonas Kaya-Berg")
                .doesNotContain("Jonas Kaya");
    }

    @Test
    void a_contact_gets_another_address_outside_and_keeps_the_old_one() {
        // When
        tenant.invoke("Set-MailContact", """
                {"Identity": "Supplier 0", "ExternalEmailAddress": "orders@supplier.example", "DisplayName": "Orders"}""");
        // Then
        assertThat(tenant.invoke("Get-MailContact", "{\"Identity\": \"Supplier 0\"}")
                        .body())
                .contains(
                        "\"ExternalEmailAddress\":\"SMTP:orders@supplier.example\"",
                        "SMTP:orders@supplier.example",
                        "smtp:sales0@supplier.example",
                        "\"DisplayName\":\"Orders\"");
        assertThat(tenant.get("/contacts").body()).contains("\"mail\":\"orders@supplier.example\"");
    }

    private static JsonNode mailbox(CloudTenant tenant, String identity) {
        return tenant.invoke("Get-Mailbox", "{\"Identity\": \"" + identity + "\"}")
                .json()
                .path("value")
                .path(0);
    }
}
