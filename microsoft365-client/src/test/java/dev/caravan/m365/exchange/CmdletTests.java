package dev.caravan.m365.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CmdletTests {

    private static final Identity ALEX = new Identity("alex@fabrikam.example");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "alex*"})
    void an_identity_names_one_object(String value) {
        assertThatThrownBy(() -> new Identity(value)).hasMessageStartingWith("identity: must name one object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Identity", "identity", "IDENTITY"})
    void an_identity_is_set_by_an_identity_alone(String parameter) {
        assertThatThrownBy(() -> Cmdlet.of("Get-Mailbox").with(parameter, "alex"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cmdlet.of("Get-Mailbox").clearing(parameter))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cmdlet("Get-Mailbox", Map.of(parameter, new Parameter.Text("alex")), List.of()))
                .hasMessage(parameter + ": is set by an Identity only");
    }

    @Test
    void nothing_is_removed_without_an_identity() {
        assertThatThrownBy(() -> Cmdlet.of("Remove-MailContact")).hasMessageContaining("must have an identity");
        assertThatThrownBy(() -> Cmdlet.of("Disable-Mailbox")).hasMessageContaining("must have an identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Get-Mailbox; Remove-Mailbox", "get-mailbox", "GetMailbox"})
    void a_cmdlet_is_a_verb_and_a_noun(String name) {
        assertThatThrownBy(() -> Cmdlet.of(name)).hasMessageStartingWith("not a cmdlet");
    }

    @Test
    void a_property_is_a_word() {
        assertThatThrownBy(() -> Cmdlet.of("Get-Mailbox").selecting("Alias&x=1"))
                .hasMessageStartingWith("not the name");
    }

    @Test
    void no_property_is_emptied_by_accident() {
        var cmdlet = Cmdlet.on("Set-Mailbox", ALEX);
        assertThatThrownBy(() -> cmdlet.with("ForwardingSmtpAddress", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cmdlet.replacing("EmailAddresses", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cmdlet.changing("EmailAddresses", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cmdlet.changing("EmailAddresses", List.of("smtp:a@b.example"), List.of(" ")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_comes_and_goes_is_a_hash_table() {
        // Given
        var cmdlet = Cmdlet.on("Set-Mailbox", ALEX)
                .changing(
                        "EmailAddresses",
                        List.of("smtp:new@b.example"),
                        List.of("smtp:old@b.example", "smtp:x@b.example"));

        // Then
        assertBody(cmdlet, """
                {"CmdletInput":{"CmdletName":"Set-Mailbox","Parameters":{
                  "Identity":"alex@fabrikam.example",
                  "EmailAddresses":{"@odata.type":"#Exchange.GenericHashTable",
                    "Add":["smtp:new@b.example"],"Remove":["smtp:old@b.example","smtp:x@b.example"]}}}}""");
    }

    @Test
    void a_hash_table_has_no_empty_half() {
        assertBody(
                Cmdlet.on("Set-Mailbox", ALEX).changing("EmailAddresses", List.of(), List.of("smtp:old@b.example")),
                """
                {"CmdletInput":{"CmdletName":"Set-Mailbox","Parameters":{
                  "Identity":"alex@fabrikam.example",
                  "EmailAddresses":{"@odata.type":"#Exchange.GenericHashTable","Remove":["smtp:old@b.example"]}}}}""");
    }

    @Test
    void arrays_replace_null_clears_and_switches_are_true() {
        assertBody(
                Cmdlet.on("Set-Mailbox", ALEX)
                        .replacing("EmailAddresses", List.of("SMTP:alex@b.example", "X500:/o=x"))
                        .clearing("ForwardingAddress")
                        .with("DeliverToMailboxAndForward", false)
                        .with("MaxSafeSenders", 5)
                        .with("DisplayName", "Alex"),
                """
                {"CmdletInput":{"CmdletName":"Set-Mailbox","Parameters":{
                  "Identity":"alex@fabrikam.example",
                  "EmailAddresses":["SMTP:alex@b.example","X500:/o=x"],
                  "ForwardingAddress":null,
                  "DeliverToMailboxAndForward":false,
                  "MaxSafeSenders":5,
                  "DisplayName":"Alex"}}}""");
        assertBody(Cmdlet.of("Get-OrganizationConfig").with("RetrieveEwsOperationAccessPolicy", true), """
                {"CmdletInput":{"CmdletName":"Get-OrganizationConfig",
                  "Parameters":{"RetrieveEwsOperationAccessPolicy":true}}}""");
    }

    @Test
    void another_object_is_named_like_the_one_that_it_is_about() {
        assertBody(
                Cmdlet.on("Add-MailboxPermission", ALEX)
                        .with("User", new Identity("mover@fabrikam.example"))
                        .replacing("AccessRights", List.of("FullAccess"))
                        .with("AutoMapping", false),
                """
                {"CmdletInput":{"CmdletName":"Add-MailboxPermission","Parameters":{
                  "Identity":"alex@fabrikam.example","User":"mover@fabrikam.example",
                  "AccessRights":["FullAccess"],"AutoMapping":false}}}""");
    }

    @Test
    void a_list_is_asked_for_whole_where_the_cmdlet_knows_its_size() {
        assertBody(
                Cmdlet.of("Get-Mailbox"),
                "{\"CmdletInput\":{\"CmdletName\":\"Get-Mailbox\",\"Parameters\":{\"ResultSize\":\"Unlimited\"}}}");
        assertBody(
                Cmdlet.of("Get-AcceptedDomain"),
                "{\"CmdletInput\":{\"CmdletName\":\"Get-AcceptedDomain\",\"Parameters\":{}}}");
    }

    @Test
    void nobody_is_there_to_confirm_a_removal() {
        assertBody(Cmdlet.on("Remove-MailContact", ALEX), """
                {"CmdletInput":{"CmdletName":"Remove-MailContact","Parameters":{
                  "Identity":"alex@fabrikam.example","Confirm":false}}}""");
    }

    @Test
    void a_cmdlet_is_shown_with_what_it_is_about() {
        assertThat(Cmdlet.on("Set-Mailbox", ALEX).with("DisplayName", "Alex"))
                .hasToString("Set-Mailbox alex@fabrikam.example");
        assertThat(Cmdlet.of("Get-Mailbox")).hasToString("Get-Mailbox");
    }

    private static void assertBody(Cmdlet cmdlet, String json) {
        var written = CmdletInput.body(cmdlet).toString();
        assertThat(JsonMapper.shared().readTree(written))
                .isEqualTo(JsonMapper.shared().readTree(json));
    }
}
