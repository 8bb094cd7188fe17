package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What addresses recipients can have, as Microsoft's behaviour is known.
class RecipientAddressBehaviourTests {

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.of(DomainWorld::in);

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bjorn.abel@fabrikam.example",
                "list0@fabrikam.example",
                "project0@fabrikam.example",
                "news@folder.example",
                "all@dynamic.example",
                "gone@deleted.example"
            })
    @DisplayName("C.1 [C: SUP; I: soft-deleted] an address is nobody else's: mailbox, groups, folder, soft-deleted")
    void an_address_belongs_to_one_recipient_of_any_kind(String address) {
        // When
        Reply reply = set("ada.abel", "{%s, \"Add\": \"smtp:%s\"}", address);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply))
                .contains("The proxy address \"SMTP:" + address + "\" is already being used by \"")
                .contains("Choose another proxy address.");
    }

    @Test
    @DisplayName("C.1 [C: SUP] an address of a contact is taken, and so are others' addresses for a contact")
    void contacts_hold_addresses_too() {
        // When
        Reply reply = tenant.invoke("Set-MailContact", """
                {"Identity": "Away", "EmailAddresses": {"@odata.type": "#Exchange.GenericHashTable",
                 "Add": "smtp:bjorn.abel@fabrikam.example"}}""");
        // Then
        assertThat(message(reply)).contains("is already being used by");
    }

    @Test
    @DisplayName("C.1 [C: SUP] the domain of an address must be an accepted one")
    void an_address_lies_in_an_accepted_domain() {
        // When
        Reply reply = set("ada.abel", "{%s, \"Add\": \"smtp:%s\"}", "ada@nobody.example");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply))
                .contains("NotAcceptedDomainException|You can't use the domain because it's not an accepted domain for"
                        + " your organization.");
    }

    @Test
    @DisplayName("C.1 [C: SUP] a recipient has at most 300 addresses")
    void there_are_at_most_three_hundred_addresses() {
        // Given
        String many = IntStream.range(0, 299)
                .mapToObj("smtp:many%d@fabrikam.example"::formatted)
                .collect(Collectors.joining("\", \"", "\"", "\""));
        String list = "{\"Identity\": \"bela.lund\", \"EmailAddresses\": [\"SMTP:many@fabrikam.example\", " + many;
        // When
        Reply most = tenant.invoke("Set-Mailbox", list.replace("bela.lund", identity(7)) + "]}");
        Reply more = tenant.invoke(
                "Set-Mailbox", list.replace("bela.lund", identity(7)) + ", \"smtp:one-more@fabrikam.example\"]}");
        // Then
        assertThat(most.status()).isEqualTo(200);
        assertThat(message(more))
                .contains("There are too many proxy addresses: 301, and maximum supported number of recipient proxy"
                        + " addresses is 300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X500:/o=Any thing/cn=x", "SIP:ada@nobody.example", "EUM:123;phone-context=x"})
    @DisplayName("C.1 [C: OPS; I] other types than SMTP are free-form and not held against accepted domains")
    void other_types_are_not_looked_into(String address) {
        // When
        Reply reply = set("ada.abel", "{%s, \"Add\": \"%s\"}", address);
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(addresses("ada.abel")).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp:no address", "smtp:@fabrikam.example", "smtp:two..dots@fabrikam.example"})
    @DisplayName("C.1 [C: OPS] the syntax of SMTP addresses is validated")
    void smtp_addresses_are_looked_into(String address) {
        // When
        Reply reply = set("ada.abel", "{%s, \"Add\": \"%s\"}", address);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains("valid SMTP syntax");
    }

    @Test
    @DisplayName("C.1 [C] an entry without a prefix is an SMTP address")
    void an_entry_without_a_type_is_an_smtp_address() {
        // When
        set("olu.abel", "{%s, \"Add\": \"%s\"}", "plain@fabrikam.example");
        // Then
        assertThat(addresses("olu.abel")).contains("smtp:plain@fabrikam.example");
    }

    private static String identity(int number) {
        return tenant.invoke("Get-Mailbox", "{\"ResultSize\": \"Unlimited\"}")
                .json()
                .path("value")
                .path(number)
                .path("Guid")
                .asString();
    }

    private static Reply set(String identity, String table, String address) {
        return tenant.invoke(
                "Set-Mailbox",
                "{\"Identity\": \"" + identity + "\", \"EmailAddresses\": "
                        + table.formatted("\"@odata.type\": \"#Exchange.GenericHashTable\"", address) + "}");
    }

    private static List<String> addresses(String identity) {
        return tenant.invoke("Get-Mailbox", "{\"Identity\": \"" + identity + "\"}")
                .json()
                .path("value")
                .path(0)
                .path("EmailAddresses")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
