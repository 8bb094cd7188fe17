package dev.caravan.m365.token;

import static dev.caravan.m365.MicrosoftStandIn.Host.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.MicrosoftStandIn;
import dev.caravan.m365.TenantCall;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.ExchangeRouting;
import dev.caravan.m365.wire.Http;
import dev.caravan.m365.wire.Microsoft365Settings;
import dev.caravan.m365.wire.Tenant;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTests {

    private static final String GRAPH = "graph.microsoft.com";
    private static final String EXCHANGE = "outlook.office365.com";

    private final MicrosoftStandIn microsoft = new MicrosoftStandIn();
    private final Tokens tokens = tokens(microsoft.settings());
    private final TenantCall call = TenantCall.toTheTenant();

    @AfterEach
    void close() {
        microsoft.close();
    }

    @Test
    void a_token_is_asked_for_once_and_then_kept() {
        // Given
        var first = token(GRAPH);

        // When
        var second = token(GRAPH);

        // Then
        assertThat(second).isEqualTo(first).isInstanceOf(Outcome.Done.class);
        assertThat(microsoft.asked(LOGIN)).hasSize(1);
        assertThat(call.called()).containsExactly("login login.microsoftonline.com");
    }

    @Test
    void the_application_signs_in_to_its_tenant_for_all_that_was_consented_to() {
        // When
        var _ = token(GRAPH);

        // Then
        var asked = microsoft.asked(LOGIN).getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/" + MicrosoftStandIn.TENANT + "/oauth2/v2.0/token");
        assertThat(URLDecoder.decode(asked.body(), StandardCharsets.UTF_8).split("&"))
                .contains(
                        "grant_type=client_credentials",
                        "client_id=" + MicrosoftStandIn.APPLICATION,
                        "client_secret=first-secret")
                .anyMatch(parameter ->
                        parameter.startsWith("scope=") && parameter.contains("https://graph.microsoft.com/.default"));
    }

    @Test
    void a_token_for_another_host_is_another_token() {
        assertThat(token(GRAPH)).isNotEqualTo(token(EXCHANGE));
        assertThat(microsoft.asked(LOGIN)).hasSize(2);
    }

    @Test
    void a_token_that_is_about_to_expire_is_replaced() {
        // Given
        microsoft.says(
                LOGIN, 200, MicrosoftStandIn.tokenAnswer(MicrosoftStandIn.token(MicrosoftStandIn.TENANT, 0), 240));
        var expiring = token(GRAPH);

        // When
        var next = token(GRAPH);

        // Then
        assertThat(next).isNotEqualTo(expiring);
        assertThat(token(GRAPH)).isEqualTo(next);
    }

    @Test
    void a_rejected_token_is_replaced_once_however_many_were_rejected() {
        // Given
        var rejected = fact(token(GRAPH));

        // When
        var renewed = tokens.renewed(tenant(), GRAPH, rejected, call);

        // Then
        assertThat(renewed).isNotEqualTo(Outcome.done(rejected));
        assertThat(tokens.renewed(tenant(), GRAPH, rejected, call)).isEqualTo(renewed);
        assertThat(token(GRAPH)).isEqualTo(renewed);
        assertThat(microsoft.asked(LOGIN)).hasSize(2);
    }

    @Test
    void many_who_need_the_same_token_ask_once() throws InterruptedException {
        // Given
        var asking = IntStream.range(0, 16)
                .<Callable<Outcome<Secret>>>mapToObj(_ -> () -> token(GRAPH))
                .toList();

        // When
        var got = new HashSet<Outcome<Secret>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(asking).forEach(token -> got.add(token.resultNow()));
        }

        // Then
        assertThat(got).hasSize(1);
        assertThat(microsoft.asked(LOGIN)).hasSize(1);
    }

    @Test
    void a_rotated_secret_is_used_without_a_restart() {
        // Given
        var before = token(GRAPH);
        microsoft.rotate("second-secret");

        // When
        var after = token(GRAPH);

        // Then
        assertThat(after).isNotEqualTo(before);
        assertThat(microsoft.asked(LOGIN).getLast().body()).contains("second-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "700016, application-not-found, false, consent to it there",
        "90002, tenant-not-found, false, correct the connection's tenant id",
        "50126, wrong-password, false, give the connection an application's secret",
        "7000215, wrong-secret, false, store the secret's value",
        "7000222, expired-secret, false, store a new one",
        "700027, wrong-certificate, true, wait some minutes",
        "65001, no-consent, false, an administrator of the tenant must",
        "53003, blocked-by-conditional-access, false, exclude it there",
        "50034, user-not-found, false, give the connection an application's secret",
        "999999, no-token, false, Something new."
    })
    void a_refusal_says_what_to_do(String number, String code, boolean isTransient, String advice) {
        // Given
        microsoft.says(LOGIN, 401, """
                {"error":"invalid_client","error_description":"AADSTS%s: Something new.","error_codes":[%s]}""".formatted(number, number));

        // When
        var refused = failed(token(GRAPH));

        // Then
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.isTransient()).isEqualTo(isTransient);
        assertThat(refused.reason()).contains(advice).contains("AADSTS" + number + ": Something new.");
    }

    @Test
    void a_token_for_another_tenant_is_refused() {
        // Given
        var other = "99999999-0000-4000-8000-00000000000a";
        microsoft.says(LOGIN, 200, MicrosoftStandIn.tokenAnswer(MicrosoftStandIn.token(other, 1), 3600));

        // When
        var refused = failed(token(GRAPH));

        // Then
        assertThat(refused.code()).isEqualTo("wrong-tenant");
        assertThat(refused.isTransient()).isFalse();
        assertThat(refused.reason()).contains(other, MicrosoftStandIn.TENANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "e30.e30.c2ln", "e30.bm8ganNvbg.c2ln"})
    void a_token_that_does_not_say_its_tenant_is_refused(String token) {
        // Given
        microsoft.says(LOGIN, 200, MicrosoftStandIn.tokenAnswer(token, 3600));

        // When
        var refused = failed(token(GRAPH));

        // Then
        assertThat(refused.code()).isEqualTo("wrong-tenant");
    }

    @ParameterizedTest
    @CsvSource({"429, throttled", "500, server-error", "503, unavailable"})
    void a_login_host_that_is_not_well_is_asked_once_and_may_be_well_later(int status, String code) {
        // Given
        microsoft.says(LOGIN, status, "", "Retry-After", "7");

        // When
        var unwell = failed(token(GRAPH));

        // Then
        assertThat(unwell.code()).isEqualTo(code);
        assertThat(unwell.isTransient()).isTrue();
        assertThat(unwell.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(microsoft.asked(LOGIN)).hasSize(1);
        assertThat(token(GRAPH)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_answer_that_is_no_token_may_be_one_later() {
        // Given
        microsoft.says(LOGIN, 200, "<html>maintenance</html>");

        // When
        var unreadable = failed(token(GRAPH));

        // Then
        assertThat(unreadable.isTransient()).isTrue();
    }

    @Test
    void a_login_host_that_cannot_be_reached_may_be_there_later() {
        // Given
        var nowhere = Map.of("login.microsoftonline.com", URI.create("http://127.0.0.1:1/login"));
        var second = Duration.ofSeconds(1);
        var unreachable =
                tokens(new Microsoft365Settings(nowhere, second, second, second, ExchangeRouting.INVOKE_COMMAND));

        // When
        var failed = failed(unreachable.token(tenant(), GRAPH, call));

        // Then
        assertThat(failed.code()).isEqualTo("no-answer");
        assertThat(failed.isTransient()).isTrue();
    }

    @Test
    void the_login_host_of_a_national_cloud_is_asked_for_a_token_for_its_hosts() {
        // Given
        var hosts = Set.of("login.microsoftonline.us", "graph.microsoft.us");
        var governments = TenantCall.to(hosts, Map.of("cloud", "usgov"));
        var elsewhere = Map.of("login.microsoftonline.us", URI.create(microsoft.base(LOGIN)));
        var second = Duration.ofSeconds(5);
        var national =
                tokens(new Microsoft365Settings(elsewhere, second, second, second, ExchangeRouting.INVOKE_COMMAND));

        // When
        var token = national.token(fact(Tenant.of(governments.connection())), "graph.microsoft.us", governments);

        // Then
        assertThat(token).isInstanceOf(Outcome.Done.class);
        assertThat(governments.called()).containsExactly("login login.microsoftonline.us");
        assertThat(URLDecoder.decode(microsoft.asked(LOGIN).getLast().body(), StandardCharsets.UTF_8))
                .contains("https://graph.microsoft.us/.default");
    }

    @Test
    void nobody_is_asked_when_the_connection_does_not_list_the_login_host() {
        // Given
        var elsewhere = TenantCall.to(Set.of(GRAPH), Map.of());

        // When
        var denied = failed(tokens.token(tenant(), GRAPH, elsewhere));

        // Then
        assertThat(denied.code()).isEqualTo("host-not-allowed");
        assertThat(microsoft.asked(LOGIN)).isEmpty();
    }

    private Outcome<Secret> token(String host) {
        return tokens.token(tenant(), host, call);
    }

    private Tenant tenant() {
        return fact(Tenant.of(call.connection()));
    }

    private Tokens tokens(Microsoft365Settings settings) {
        return new Tokens(settings, microsoft.credentials(), new Http(), new Endpoints(settings));
    }

    private static <T> T fact(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).fact();
    }

    private static Outcome.Failed<?> failed(Outcome<?> outcome) {
        return (Outcome.Failed<?>) outcome;
    }
}
