package dev.caravan.m365.exchange;

import static dev.caravan.m365.MicrosoftStandIn.Host.EXCHANGE;
import static dev.caravan.m365.MicrosoftStandIn.Host.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.MicrosoftStandIn;
import dev.caravan.m365.MicrosoftStandIn.Asked;
import dev.caravan.m365.TenantCall;
import dev.caravan.m365.wire.ExchangeRouting;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DocumentedFirstTests {

    private static final String DOCUMENTED = "/adminapi/v2.0/" + MicrosoftStandIn.TENANT;
    private static final String INVOKE = "/adminapi/beta/" + MicrosoftStandIn.TENANT + "/InvokeCommand";
    private static final Identity ALEX = new Identity("alex@fabrikam.example");
    private static final Cmdlet MAILBOXES = Cmdlet.of("Get-Mailbox").selecting("Guid", "EmailAddresses");
    private static final Cmdlet DEPUTIES =
            Cmdlet.on("Set-Mailbox", ALEX).changing("GrantSendOnBehalfTo", List.of("bo@fabrikam.example"), List.of());
    private static final Cmdlet RENAMING = Cmdlet.on("Set-Mailbox", ALEX).with("DisplayName", "Alex");
    private static final String NOT_FOUND = """
            {"error":{"code":"NotFound","message":"Error executing cmdlet","details":[{"message":\
            "Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|It is not there."}]}}""";

    private final MicrosoftStandIn microsoft = new MicrosoftStandIn();
    private final ExchangeOnline exchange =
            microsoft.client(ExchangeRouting.DOCUMENTED_FIRST).exchange();
    private final TenantCall call = TenantCall.toTheTenant();

    @AfterEach
    void close() {
        microsoft.close();
    }

    @Test
    void a_covered_cmdlet_is_sent_to_its_endpoint_with_the_documented_headers() {
        // Given
        microsoft.says(EXCHANGE, 200, output(""));

        // When
        var _ = exchange.page(MAILBOXES, Optional.empty(), call);

        // Then
        var asked = asked();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo(DOCUMENTED + "/Mailbox?$select=Guid,EmailAddresses");
        assertThat(asked.header("X-AnchorMailbox"))
                .isEqualTo("APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@" + MicrosoftStandIn.TENANT);
        assertThat(asked.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(asked.header("Prefer")).isEmpty();
        assertThat(JsonMapper.shared().readTree(asked.body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"CmdletInput": {"CmdletName": "Get-Mailbox", "Parameters": {"ResultSize": "Unlimited"}}}"""));
        assertThat(microsoft.asked(LOGIN).getFirst().body()).contains("outlook.office365.com%2F.default");
        assertThat(call.called()).containsExactly("login login.microsoftonline.com", "exchange outlook.office365.com");
    }

    @Test
    void what_is_not_covered_is_invoked() {
        // Given
        microsoft.says(EXCHANGE, 200, "");

        // When
        var output = exchange.invoke(RENAMING, call);

        // Then
        assertThat(output).isInstanceOf(Outcome.Done.class);
        assertThat(asked().path()).isEqualTo(INVOKE);
        assertThat(asked().body()).isEqualTo(CmdletInput.body(RENAMING).toString());
    }

    @Test
    void several_cmdlets_go_in_one_batch_though_each_is_covered() {
        // Given
        microsoft.says(EXCHANGE, 200, """
                {"responses":[{"id":"1","status":200,"body":{"value":[]}},{"id":"2","status":200,"body":{"value":[]}}]}""");

        // When
        var outcomes = done(exchange.each(List.of(MAILBOXES, DEPUTIES), call));

        // Then
        assertThat(outcomes).hasSize(2).allMatch(Outcome.Done.class::isInstance);
        assertThat(microsoft.asked(EXCHANGE))
                .extracting(Asked::path)
                .containsExactly("/adminapi/beta/" + MicrosoftStandIn.TENANT + "/$batch");
    }

    @Test
    void nobody_is_told_not_to_ask_back() {
        // Given
        microsoft.says(EXCHANGE, 200, "");
        var removing = Cmdlet.on("Remove-MailboxFolderPermission", new Identity("alex@fabrikam.example:\\Calendar"))
                .with("User", ALEX);

        // When
        var _ = exchange.invoke(removing.with("Confirm", false), call);

        // Then
        assertThat(asked().path()).isEqualTo(DOCUMENTED + "/MailboxFolderPermission");
        assertThat(asked().body()).doesNotContain("Confirm").contains("\"User\":\"alex@fabrikam.example\"");
    }

    @Test
    void a_next_page_is_the_same_cmdlet_sent_to_the_link() {
        // Given
        var opaque = DOCUMENTED + "/Mailbox?%24skiptoken=AQAn%2b~x";
        microsoft.says(EXCHANGE, 200, page("1", "https://outlook.office365.com" + opaque));
        microsoft.says(EXCHANGE, 200, output("{\"Guid\":\"2\"}"));

        // When
        var all = done(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(all.objects()).hasToString("[{\"Guid\":\"1\"}, {\"Guid\":\"2\"}]");
        assertThat(microsoft.asked(EXCHANGE)).extracting(Asked::path).last().isEqualTo(opaque);
        assertThat(microsoft.asked(EXCHANGE)).extracting(Asked::body).containsOnly(asked().body());
    }

    @Test
    void what_began_the_other_way_goes_on_the_other_way() {
        // Given
        var link = "https://outlook.office365.com" + INVOKE + "?$skiptoken=a";
        microsoft.says(EXCHANGE, 200, output("{\"Guid\":\"2\"}"));

        // When
        var second = done(exchange.page(MAILBOXES, Optional.of(link), call));

        // Then
        assertThat(second.objects()).hasSize(1);
        assertThat(asked().path()).isEqualTo(INVOKE + "?$skiptoken=a");
        assertThat(asked().header("Prefer")).isEqualTo("odata.maxpagesize=1000");
    }

    @Test
    void a_link_that_leads_elsewhere_is_not_followed() {
        // Given
        microsoft.says(EXCHANGE, 200, page("1", "https://evil.example" + DOCUMENTED + "/Mailbox"));

        // When
        var failed = failed(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(failed.code()).isEqualTo("foreign-link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"error\":{\"code\":\"Forbidden\",\"message\":\"Access is denied.\"}}"})
    void a_missing_permission_is_told_with_what_to_do(String answer) {
        // Given
        microsoft.says(EXCHANGE, 403, answer);

        // When
        var failed = failed(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(failed.code()).isEqualTo("forbidden");
        assertThat(failed.isTransient()).isFalse();
        assertThat(failed.reason())
                .isEqualTo(
                        "Get-Mailbox: outlook.office365.com answers 403 at its endpoint Mailbox (%s). Give the"
                                + " application the permission Exchange.ManageAsAppV2, with the consent of an administrator,"
                                + " and a role group such as Recipient Management; or set"
                                + " caravan.microsoft365.exchange-routing to invoke-command.",
                        answer.isEmpty() ? "no reason is given" : "Access is denied.");
    }

    @Test
    void a_mailbox_that_is_not_there_is_told_from_an_endpoint_that_is_not_there() {
        // Given
        var cmdlet = Cmdlet.on("Get-Mailbox", ALEX).selecting("Guid");
        microsoft.says(EXCHANGE, 404, NOT_FOUND);
        microsoft.says(EXCHANGE, 404, "<html>");
        microsoft.says(EXCHANGE, 405, "");

        // When
        var gone = exchange.find(cmdlet, call);
        var noEndpoint = failed(exchange.find(cmdlet, call));
        var noMethod = failed(exchange.find(cmdlet, call));

        // Then
        assertThat(gone).isEqualTo(Outcome.done(Optional.empty()));
        assertThat(List.of(noEndpoint.code(), noMethod.code())).containsOnly("no-such-endpoint");
        assertThat(noEndpoint.reason())
                .isEqualTo("Get-Mailbox alex@fabrikam.example: outlook.office365.com answers 404 where its endpoint"
                        + " Mailbox should be (<html>). The endpoints are a preview that not every organization has;"
                        + " set caravan.microsoft365.exchange-routing to invoke-command.");
    }

    @Test
    void warnings_are_told_and_a_truncated_answer_is_a_failure() {
        // Given
        microsoft.says(
                EXCHANGE, 200, "{\"@adminapi.warnings\":[\"In the body.\"],\"value\":[]}", "X-Warnings", "Above.");
        microsoft.says(
                EXCHANGE, 200, "{\"@adminapi.warnings\":[\"There are more results available.\"],\"value\":[{}]}");

        // When
        var warned = done(exchange.invoke(DEPUTIES, call));
        var truncated = failed(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(warned.warnings()).containsExactly("In the body.", "Above.");
        assertThat(truncated.code()).isEqualTo("truncated");
    }

    @Test
    void errors_beside_a_success_are_a_failure() {
        // Given
        microsoft.says(EXCHANGE, 200, "{\"@adminapi.errors\":[\"It went wrong.\"],\"value\":[]}");

        // When
        var failed = failed(exchange.invoke(DEPUTIES, call));

        // Then
        assertThat(failed.code()).isEqualTo("cmdlet-failed");
    }

    @Test
    void a_lost_answer_leaves_open_whether_the_cmdlet_was_run() {
        // Given
        microsoft.loses(EXCHANGE);
        microsoft.loses(EXCHANGE);

        // When
        var failed = failed(exchange.invoke(DEPUTIES, call));

        // Then
        assertThat(failed.code()).isEqualTo("no-answer");
        assertThat(failed.isTransient()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"401, unauthorized, 2", "500, server-error, 1", "503, unavailable, 1"})
    void a_change_is_repeated_only_where_it_was_not_made(int status, String code, int times) {
        // Given
        microsoft.says(EXCHANGE, status, "");
        microsoft.says(EXCHANGE, status, "");

        // When
        var failed = failed(exchange.invoke(DEPUTIES, call));

        // Then
        assertThat(failed.code()).isEqualTo(code);
        assertThat(microsoft.asked(EXCHANGE)).hasSize(times);
    }

    @Test
    void a_throttled_cmdlet_is_sent_again_after_the_asked_for_pause() {
        // Given
        microsoft.says(EXCHANGE, 429, "", "Retry-After", "2.128");
        microsoft.says(EXCHANGE, 200, output(""));

        // When
        var output = exchange.invoke(DEPUTIES, call);

        // Then
        assertThat(output).isInstanceOf(Outcome.Done.class);
        assertThat(call.pauses()).hasToString("[PT2.128S]");
    }

    @Test
    void both_ways_are_governed_as_one() {
        // Given
        var reset = call.clock().instant().plusSeconds(10);
        microsoft.says(EXCHANGE, 200, output(""), "Rate-Limit-Remaining", "2", "Rate-Limit-Reset", reset.toString());
        Collections.nCopies(3, output("")).forEach(output -> microsoft.says(EXCHANGE, 200, output));

        // When
        for (var cmdlet : List.of(MAILBOXES, Cmdlet.of("Get-MailUser"), MAILBOXES, Cmdlet.of("Get-MailUser"))) {
            var _ = exchange.invoke(cmdlet, call);
        }

        // Then
        assertThat(call.pauses()).hasToString("[PT5S]");
    }

    @Test
    void a_host_that_the_connection_does_not_list_is_not_called() {
        // Given
        var others = TenantCall.to(Set.of("login.microsoftonline.com", "graph.microsoft.com"), Map.of());

        // When
        var failed = failed(exchange.invoke(MAILBOXES, others));

        // Then
        assertThat(failed.code()).isEqualTo("host-not-allowed");
        assertThat(microsoft.asked(EXCHANGE)).isEmpty();
    }

    private Asked asked() {
        return microsoft.asked(EXCHANGE).getLast();
    }

    private static String output(String objects) {
        return "{\"@adminapi.warnings\":[],\"value\":[" + objects + "]}";
    }

    private static String page(String guid, String nextLink) {
        return "{\"value\":[{\"Guid\":\"%s\"}],\"@odata.nextLink\":\"%s\"}".formatted(guid, nextLink);
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).fact();
    }

    private static Outcome.Failed<?> failed(Outcome<?> outcome) {
        return (Outcome.Failed<?>) outcome;
    }
}
