package dev.caravan.mailbox.recipient.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.m365.exchange.Parameter;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Destination;
import dev.caravan.mailbox.pairing.NewTarget;
import dev.caravan.mailbox.pairing.Profile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CreatingRequestsTests {

    private static final Destination DESTINATION = new Destination("c.example", "c.onmicrosoft.com", "US", List.of());

    @Test
    void a_user_is_marked_from_the_beginning_and_nobody_knows_the_password() {
        // Given
        var ada = target(RecipientKind.MAILBOX, "UserMailbox", "ada@c.example");
        // When
        var body = body(ada);
        var another = body(ada);
        // Then
        assertThat(body.path("userPrincipalName").asString()).isEqualTo("ada@c.example");
        assertThat(body.path("mailNickname").asString()).isEqualTo("ada");
        assertThat(body.path("usageLocation").asString()).isEqualTo("US");
        assertThat(TenantCreations.mark(body)).isEqualTo("caravan:guid");
        assertThat(body.path("passwordProfile")
                        .path("forceChangePasswordNextSignIn")
                        .asBoolean())
                .isTrue();
        assertThat(body.path("passwordProfile").path("password").asString())
                .hasSizeGreaterThan(24)
                .isNotEqualTo(another.path("passwordProfile").path("password").asString());
    }

    @Test
    void a_licence_is_for_the_user_of_that_name() {
        // Given
        var ada = target(RecipientKind.MAILBOX, "UserMailbox", "ada@c.example");
        // When
        var request = CreatingRequests.licence(ada, new Subscription("e3", "ENTERPRISEPACK", true, 1));
        // Then
        assertThat(request.resource().path()).isEqualTo("/users/ada%40c.example/assignLicense");
        assertThat(request.body().orElseThrow().toString())
                .isEqualTo("{\"addLicenses\":[{\"skuId\":\"e3\",\"disabledPlans\":[]}],\"removeLicenses\":[]}");
    }

    @Test
    void what_exchange_creates_is_found_by_the_guid_in_its_name() {
        // When
        var mailbox = CreatingRequests.cmdlet(target(RecipientKind.MAILBOX, "RoomMailbox", "room0@c.example"));
        var group = CreatingRequests.cmdlet(
                target(RecipientKind.DISTRIBUTION_GROUP, "MailUniversalSecurityGroup", "sec@c.example"));
        // Then
        assertThat(mailbox.parameters())
                .containsEntry("Name", new Parameter.Text("caravan-guid"))
                .containsEntry("Alias", new Parameter.Text("room0"))
                .containsEntry("Room", new Parameter.Flag(true));
        assertThat(group.parameters()).containsEntry("Type", new Parameter.Text("Security"));
    }

    @Test
    void a_microsoft_365_group_is_found_by_its_short_name() {
        // Given
        var group = target(RecipientKind.UNIFIED_GROUP, "GroupMailbox", "project-90905e75@c.example");
        // When
        var mark = CreatingRequests.mark(group);
        // Then
        assertThat(mark).hasToString("Set-UnifiedGroup project-90905e75");
        assertThat(mark.parameters()).containsEntry("CustomAttribute15", new Parameter.Text("caravan:guid"));
    }

    /// New ones take letters of insiders only.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_group_takes_letters_of_the_same_senders_as_its_source(boolean isForInsiders) {
        // Given
        var source = target(RecipientKind.DISTRIBUTION_GROUP, "MailUniversalDistributionGroup", "all@c.example")
                .source();
        var same = new Profile(source.recipient(), source.type(), source.name(), "", "", "", isForInsiders);
        // When
        var mark = CreatingRequests.mark(new NewTarget(same, "all@c.example", false, Optional.empty()));
        // Then
        assertThat(mark.parameters())
                .containsEntry("RequireSenderAuthenticationEnabled", new Parameter.Flag(isForInsiders));
    }

    private static ObjectNode body(NewTarget target) {
        return CreatingRequests.user(target, DESTINATION).body().orElseThrow();
    }

    private static NewTarget target(RecipientKind kind, String type, String address) {
        var recipient = new Recipient(
                "guid", kind, Optional.of("id"), "Shown", "", new AddressList(List.of("SMTP:shown@a.example")));
        return new NewTarget(new Profile(recipient, type, "name", "", "", "", false), address, false, Optional.empty());
    }
}
