package dev.caravan.m365.exchange;

import static dev.caravan.m365.MicrosoftStandIn.Host.EXCHANGE;
import static dev.caravan.m365.MicrosoftStandIn.Host.GRAPH;
import static dev.caravan.m365.MicrosoftStandIn.Host.LOGIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.MicrosoftStandIn;
import dev.caravan.m365.MicrosoftStandIn.Asked;
import dev.caravan.m365.TenantCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdminApiTests {

    private static final String INVOKE = "/adminapi/beta/" + MicrosoftStandIn.TENANT + "/InvokeCommand";
    private static final Identity ALEX = new Identity("alex@fabrikam.example");
    private static final Cmdlet MAILBOXES = Cmdlet.of("Get-Mailbox").selecting("Guid", "EmailAddresses");
    private static final Cmdlet RENAMING = Cmdlet.on("Set-Mailbox", ALEX).with("DisplayName", "Alex");
    private static final String NOT_FOUND_TYPE =
            "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException";

    private final MicrosoftStandIn microsoft = new MicrosoftStandIn();
    private final ExchangeOnline exchange = microsoft.client().exchange();
    private final TenantCall call = TenantCall.toTheTenant();

    @AfterEach
    void close() {
        microsoft.close();
    }

    @Test
    void a_cmdlet_is_sent_as_microsofts_own_module_sends_it() {
        // Given
        microsoft.says(EXCHANGE, 200, output(""));

        // When
        var _ = exchange.page(MAILBOXES, Optional.empty(), call);

        // Then
        var asked = asked();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo(INVOKE + "?$select=Guid,EmailAddresses");
        assertThat(asked.header("X-AnchorMailbox"))
                .isEqualTo("APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@" + MicrosoftStandIn.TENANT);
        assertThat(asked.header("Prefer")).isEqualTo("odata.maxpagesize=1000");
        assertThat(asked.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(asked.header("Authorization"))
                .isEqualTo("Bearer " + MicrosoftStandIn.token(MicrosoftStandIn.TENANT, 1));
        assertThat(microsoft.asked(LOGIN).getFirst().body()).contains("outlook.office365.com%2F.default");
        assertThat(call.called()).containsExactly("login login.microsoftonline.com", "exchange outlook.office365.com");
    }

    @Test
    void output_stays_as_exchange_wrote_it() {
        // Given
        var written = "{\"Guid\":\"1\",\"Guid@odata.type\":\"#Guid\",\"EmailAddresses\":[\"SMTP:a@b.example\"]}";
        microsoft.says(EXCHANGE, 200, output(written));

        // When
        var output = done(exchange.page(MAILBOXES, Optional.empty(), call));

        // Then
        assertThat(output.objects()).hasToString("[" + written + "]");
        assertThat(output.warnings()).isEmpty();
        assertThat(output.cursor()).isEmpty();
    }

    @Test
    void a_next_page_is_the_same_cmdlet_sent_to_the_link() {
        // Given
        var opaque = INVOKE + "?%24skiptoken=AQAn%2b~x";
        microsoft.says(EXCHANGE, 200, page("1", "https://outlook.office365.com" + opaque));
        microsoft.says(EXCHANGE, 200, page("2", "https://outlook.office365.com" + opaque + "2"));
        microsoft.says(EXCHANGE, 200, output("{\"Guid\":\"3\"}"));

        // When
        var all = done(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(all.objects())
                .extracting(object -> object.path("Guid").stringValue())
                .containsExactly("1", "2", "3");
        assertThat(microsoft.asked(EXCHANGE))
                .extracting(Asked::path)
                .containsExactly(INVOKE + "?$select=Guid,EmailAddresses", opaque, opaque + "2");
        assertThat(microsoft.asked(EXCHANGE)).extracting(Asked::method).containsOnly("POST");
        assertThat(microsoft.asked(EXCHANGE)).extracting(Asked::body).containsOnly(asked().body());
    }

    @Test
    void a_reader_may_stop_after_a_page_and_go_on_later() {
        // Given
        microsoft.says(EXCHANGE, 200, page("1", microsoft.base(EXCHANGE) + INVOKE + "?$skiptoken=a"));
        microsoft.says(EXCHANGE, 200, output("{\"Guid\":\"2\"}"));
        var first = done(exchange.page(MAILBOXES, Optional.empty(), call));

        // When
        var second = done(exchange.page(MAILBOXES, first.cursor(), TenantCall.toTheTenant()));

        // Then
        assertThat(second.objects()).hasToString("[{\"Guid\":\"2\"}]");
        assertThat(second.cursor()).isEmpty();
    }

    @Test
    void a_link_that_leads_elsewhere_is_not_followed() {
        // Given
        microsoft.says(EXCHANGE, 200, page("1", "https://evil.example" + INVOKE));

        // When
        var failed = failed(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(failed.code()).isEqualTo("foreign-link");
    }

    @Test
    void pages_that_lead_back_to_themselves_end() {
        // Given
        var link = "https://outlook.office365.com" + INVOKE + "?$skiptoken=a";
        microsoft.says(EXCHANGE, 200, page("1", link));
        microsoft.says(EXCHANGE, 200, page("1", link));

        // When
        var failed = failed(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(failed.code()).isEqualTo("too-many-pages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"@odata.context\":\"…\",\"@adminapi.warnings\":[]}", "{\"value\":[]}"})
    void a_change_succeeds_without_output(String answer) {
        // Given
        microsoft.says(EXCHANGE, 200, answer);

        // When
        var output = exchange.invoke(RENAMING, call);

        // Then
        assertThat(output).isEqualTo(Outcome.done(new CmdletOutput(List.of(), List.of(), Optional.empty())));
    }

    @Test
    void warnings_are_told_wherever_they_are_said() {
        // Given
        microsoft.says(
                EXCHANGE,
                200,
                "{\"@adminapi.warnings\":[\"The appropriate access control entry is already present.\"],\"value\":[]}",
                "X-Warnings",
                "Said in the header.");

        // When
        var output = done(exchange.invoke(RENAMING, call));

        // Then
        assertThat(output.warnings())
                .containsExactly("The appropriate access control entry is already present.", "Said in the header.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There are more results available than are currently displayed. To view them, increase the value for the "
                        + "ResultSize parameter.",
                "By default, only the first 1000 items are returned. Use the ResultSize parameter to specify the number."
            })
    void an_answer_that_is_not_the_whole_answer_is_a_failure(String warning) {
        // Given
        microsoft.says(EXCHANGE, 200, "{\"@adminapi.warnings\":[\"" + warning + "\"],\"value\":[{\"Guid\":\"1\"}]}");

        // When
        var failed = failed(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(failed.code()).isEqualTo("truncated");
        assertThat(failed.isTransient()).isFalse();
    }

    @Test
    void errors_beside_a_success_are_a_failure() {
        // Given
        microsoft.says(EXCHANGE, 200, "{\"@adminapi.errors\":[\"It went wrong.\"],\"value\":[]}");

        // When
        var failed = failed(exchange.invoke(RENAMING, call));

        // Then
        assertThat(failed.code()).isEqualTo("cmdlet-failed");
        assertThat(failed.reason()).isEqualTo("Set-Mailbox alex@fabrikam.example: It went wrong.");
    }

    @Test
    void an_object_is_found_or_not() {
        // Given
        var cmdlet = Cmdlet.on("Get-MailContact", ALEX);
        microsoft.says(EXCHANGE, 200, output("{\"Guid\":\"1\"}"));
        microsoft.says(EXCHANGE, 404, error("NotFound", NOT_FOUND_TYPE, "It couldn't be found."));
        microsoft.says(EXCHANGE, 200, output("{\"Guid\":\"1\"},{\"Guid\":\"2\"}"));

        // When
        var there = exchange.find(cmdlet, call);
        var gone = exchange.find(cmdlet, call);
        var several = exchange.find(cmdlet, call);

        // Then
        assertThat(done(there).orElseThrow()).hasToString("{\"Guid\":\"1\"}");
        assertThat(gone).isEqualTo(Outcome.done(Optional.empty()));
        assertThat(failed(several).code()).isEqualTo("ambiguous");
    }

    @ParameterizedTest
    @CsvSource({
        "404, Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException, not-found, false",
        "500, Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException, not-found, false",
        "400, Microsoft.Exchange.Management.Tasks.WLCDManagedMemberExistsException, address-in-use, false",
        "400, Microsoft.Exchange.Data.Directory.ProxyAddressExistsException, address-in-use, false",
        "400, Microsoft.Exchange.Management.Tasks.MemberAlreadyExistsException, already-member, false",
        "400, Microsoft.Exchange.Management.NotAcceptedDomainException, domain-not-accepted, false",
        "400, System.ArgumentException, bad-request, false",
        "500, System.InvalidOperationException, server-error, true",
        "400, Microsoft.Exchange.Data.Directory.SuitabilityDirectoryException, exchange-busy, true",
        "500, Microsoft.Exchange.Data.Directory.DCOverloadedException, exchange-busy, true"
    })
    void the_exception_behind_a_failure_decides(int status, String type, String code, boolean isTransient) {
        // Given
        microsoft.says(EXCHANGE, status, error("BadRequest", type, "The proxy address \"SMTP:a\" | is what it is."));

        // When
        var failed = failed(exchange.invoke(RENAMING, call));

        // Then
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isTransient()).isEqualTo(isTransient);
        assertThat(failed.reason())
                .contains("Set-Mailbox alex@fabrikam.example: The proxy address \"SMTP:a\" | is what it is. ("
                        + type.substring(type.lastIndexOf('.') + 1) + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{'details':[{'message':'detail'}],'innererror':{'internalexception':{'message':'inner'}},'message':'m'}"
                        + "~detail",
                "{'details':{'message':'detail'},'message':'m'}~detail",
                "{'details':[],'innererror':{'internalexception':{'message':'inner'}},'message':'m'}~inner",
                "{'details':[{'message':''}],'innerError':{'internalException':{'message':'inner'}}}~inner",
                "{'innererror':{'message':'outer'},'message':'m'}~m",
                "{}~no reason is given"
            },
            quoteCharacter = '"')
    void the_reason_is_looked_for_where_it_may_stand(String error, String text) {
        // Given
        microsoft.says(EXCHANGE, 400, "{\"error\":" + error.replace('\'', '"') + "}");

        // When
        var failed = failed(exchange.invoke(RENAMING, call));

        // Then
        assertThat(failed.code()).isEqualTo("bad-request");
        assertThat(failed.reason())
                .isEqualTo("outlook.office365.com answers 400: Set-Mailbox alex@fabrikam.example: " + text);
    }

    @Test
    void nothing_but_nul_bytes_means_that_the_cmdlet_is_not_allowed() {
        // Given
        microsoft.says(EXCHANGE, 403, new byte[512], "Content-Encoding", "gzip");

        // When
        var failed = failed(exchange.invoke(RENAMING, call));

        // Then
        assertThat(failed.code()).isEqualTo("cmdlet-not-allowed");
        assertThat(failed.isTransient()).isFalse();
        assertThat(failed.reason()).startsWith("Set-Mailbox: no role of the application includes this cmdlet");
    }

    @Test
    void a_refusal_with_words_is_told_in_those_words() {
        // Given
        microsoft.says(EXCHANGE, 403, "{\"error\":{\"message\":\"… isn't within your write scopes.\"}}");

        // When
        var failed = failed(exchange.invoke(RENAMING, call));

        // Then
        assertThat(failed.code()).isEqualTo("forbidden");
        assertThat(failed.reason()).endsWith("… isn't within your write scopes.");
    }

    @Test
    void a_compressed_answer_is_read() throws IOException {
        // Given
        microsoft.says(EXCHANGE, 200, zipped(output("{\"Guid\":\"ü\"}")), "Content-Encoding", "gzip");

        // When
        var output = done(exchange.invoke(MAILBOXES, call));

        // Then
        assertThat(output.objects()).hasToString("[{\"Guid\":\"ü\"}]");
        assertThat(asked().header("Accept-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @CsvSource({"2.128, PT2.128S", ", PT10S"})
    void a_throttled_cmdlet_is_sent_again_after_the_asked_for_pause(@Nullable String retryAfter, String pause) {
        // Given
        var headers = retryAfter == null ? new String[0] : new String[] {"Retry-After", retryAfter};
        microsoft.says(EXCHANGE, 429, "", headers);
        microsoft.says(EXCHANGE, 200, output(""));

        // When
        var output = exchange.invoke(RENAMING, call);

        // Then
        assertThat(output).isInstanceOf(Outcome.Done.class);
        assertThat(call.pauses()).hasToString("[" + pause + "]");
    }

    @ParameterizedTest
    @CsvSource({"401, unauthorized, 2", "500, server-error, 1", "503, unavailable, 1", "504, unavailable, 1"})
    void a_cmdlet_is_repeated_only_where_it_was_not_run(int status, String code, int times) {
        // Given
        microsoft.says(EXCHANGE, status, "");
        microsoft.says(EXCHANGE, status, "");

        // When
        var failed = failed(exchange.invoke(RENAMING, call));

        // Then
        assertThat(failed.code()).isEqualTo(code);
        assertThat(microsoft.asked(EXCHANGE)).hasSize(times);
    }

    @Test
    void a_lost_answer_leaves_open_whether_the_cmdlet_was_run() {
        // Given
        microsoft.says(EXCHANGE, 200, output(""));
        microsoft.loses(EXCHANGE);
        var _ = exchange.invoke(RENAMING, call);

        // When
        var failed = failed(exchange.invoke(RENAMING, call));

        // Then
        assertThat(failed.code()).isEqualTo("no-answer");
        assertThat(failed.isTransient()).isTrue();
        assertThat(microsoft.asked(EXCHANGE)).hasSize(2);
    }

    @Test
    void an_answer_that_is_no_json_may_be_readable_later() {
        // Given
        microsoft.says(EXCHANGE, 200, "<html>");

        // When
        var failed = failed(exchange.invoke(RENAMING, call));

        // Then
        assertThat(failed.code()).isEqualTo("unreadable-answer");
        assertThat(failed.isTransient()).isTrue();
    }

    @Test
    void a_host_that_the_connection_does_not_list_is_not_called() {
        // Given
        var others = TenantCall.to(Set.of("login.microsoftonline.com", "graph.microsoft.com"), Map.of());

        // When
        var failed = failed(exchange.invoke(RENAMING, others));

        // Then
        assertThat(failed.code()).isEqualTo("host-not-allowed");
        assertThat(microsoft.asked(EXCHANGE)).isEmpty();
        assertThat(microsoft.asked(GRAPH)).isEmpty();
    }

    @Test
    void a_batch_answers_each_cmdlet_by_its_number() {
        // Given
        microsoft.says(EXCHANGE, 200, """
                {"responses":[
                  {"id":"3","status":404,"body":%s},
                  {"id":"1","status":200,"headers":{},"body":{"@adminapi.warnings":["w"],"value":[]}},
                  {"id":"4","status":429,"headers":{"Retry-After":"3"},"body":{}}]}""".formatted(error("NotFound", NOT_FOUND_TYPE, "It couldn't be found.")));
        microsoft.says(EXCHANGE, 200, "{\"responses\":[{\"id\":\"1\",\"status\":200,\"body\":{\"value\":[]}}]}");

        // When
        var outcomes = done(exchange.batch(Collections.nCopies(4, RENAMING), call));

        // Then
        assertThat(done(outcomes.get(0)).warnings()).containsExactly("w");
        assertThat(failed(outcomes.get(1)).code()).isEqualTo("unknown");
        assertThat(failed(outcomes.get(2)).code()).isEqualTo("not-found");
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Done.class);
        assertThat(call.pauses()).hasToString("[PT3S]");
    }

    @Test
    void cmdlets_are_spread_over_what_exchange_says_is_left() {
        // Given
        var reset = call.clock().instant().plusSeconds(10);
        microsoft.says(EXCHANGE, 200, output(""), "Rate-Limit-Remaining", "2", "Rate-Limit-Reset", reset.toString());
        Collections.nCopies(3, output("")).forEach(output -> microsoft.says(EXCHANGE, 200, output));

        // When
        for (var time = 0; time < 4; time++) {
            var _ = exchange.invoke(MAILBOXES, call);
        }

        // Then
        assertThat(call.pauses()).hasToString("[PT5S]");
    }

    @Test
    void a_cmdlet_that_only_reads_is_sent_again_when_exchange_is_not_well() {
        // Given
        microsoft.says(EXCHANGE, 500, error("InternalServerError", "a.DCOverloadedException", "Busy."));
        microsoft.says(EXCHANGE, 200, output(""));

        // When
        var output = exchange.invoke(MAILBOXES, call);

        // Then
        assertThat(output).isInstanceOf(Outcome.Done.class);
        assertThat(call.pauses()).hasSize(1);
    }

    @Test
    void a_batch_is_sent_as_exchange_wants_it() {
        // Given
        microsoft.says(EXCHANGE, 200, "{\"responses\":[]}");

        // When
        var _ = exchange.batch(List.of(MAILBOXES, RENAMING), call);

        // Then
        var asked = microsoft.asked(EXCHANGE).getFirst();
        assertThat(asked.path()).isEqualTo("/adminapi/beta/" + MicrosoftStandIn.TENANT + "/$batch");
        assertThat(asked.header("Prefer")).isEqualTo("odata.maxpagesize = 1000;odata.continue-on-error");
        assertThat(asked.header("parameter-based-routing")).isEqualTo("true");
        assertThat(asked.header("X-CmdletName")).isEqualTo("Get-Mailbox,Set-Mailbox");
        assertThat(asked.header("Accept")).isEqualTo("application/json; odata.metadata=minimal");
        var parts = json(asked.body()).path("requests");
        assertThat(parts.path(0).path("url").stringValue())
                .isEqualTo("https://outlook.office365.com" + INVOKE + "?$select=Guid,EmailAddresses");
        assertThat(parts.path(0).path("headers").path("X-AnchorMailbox").stringValue())
                .endsWith(MicrosoftStandIn.TENANT);
        assertThat(parts.path(1).path("id").stringValue()).isEqualTo("2");
        assertThat(parts.path(1).path("method").stringValue()).isEqualTo("POST");
        assertThat(parts.path(1).path("body")).isEqualTo(CmdletInput.body(RENAMING));
    }

    @Test
    void a_batch_that_failed_as_a_whole_failed_as_a_whole() {
        // Given
        microsoft.says(EXCHANGE, 500, "");

        // When
        var failed = failed(exchange.batch(List.of(RENAMING), call));

        // Then
        assertThat(failed.code()).isEqualTo("server-error");
        assertThat(failed.isTransient()).isTrue();
    }

    @Test
    void a_batch_has_its_limits() {
        assertThatThrownBy(() -> exchange.batch(Collections.nCopies(11, RENAMING), call))
                .hasMessage("a batch has 1 to 10 cmdlets, not 11");
        assertThat(microsoft.asked(LOGIN)).isEmpty();
    }

    private Asked asked() {
        return microsoft.asked(EXCHANGE).getLast();
    }

    private static String output(String objects) {
        return "{\"@odata.context\":\"…\",\"@adminapi.warnings\":[],\"value\":[" + objects + "]}";
    }

    private static String page(String guid, String nextLink) {
        return "{\"value\":[{\"Guid\":\"%s\"}],\"@odata.nextLink\":\"%s\"}".formatted(guid, nextLink);
    }

    private static String error(String code, String type, String text) {
        return """
                {"error":{"code":"%s","message":"Error executing cmdlet","details":[{"code":"Client","target":"",\
                "message":"Ex6F9304|%s|%s"}],"innererror":{"message":"Error executing cmdlet",\
                "internalexception":{"message":"Exception of type '…' was thrown."}},"@adminapi.warnings":[]}}""".formatted(code, type, text.replace("\"", "\\\""));
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zipping = new GZIPOutputStream(bytes)) {
            zipping.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).fact();
    }

    private static Outcome.Failed<?> failed(Outcome<?> outcome) {
        return (Outcome.Failed<?>) outcome;
    }
}
