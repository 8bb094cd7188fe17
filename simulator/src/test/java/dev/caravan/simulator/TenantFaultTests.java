package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// What the APIs of tenants get wrong when they are asked to, judged by what is answered and by what was done.
class TenantFaultTests {

    private static final String CONTACTS = "/contacts?$select=id,displayName&$top=999";
    private static final String GROUP =
            "{\"displayName\": \"%1$s\", \"mailNickname\": \"%1$s\", \"mailEnabled\": false, \"securityEnabled\": true}";

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @AfterEach
    void mend() {
        simulator.send("DELETE", "/sim/faults", null, null);
    }

    @Test
    @DisplayName("C.8, C.9 [C: GD21] throttled parts are 429 with Retry-After, also a fraction, and are not retried")
    void a_throttled_request_does_nothing_and_says_for_how_long_to_stay_away() {
        // Given
        wish("{\"kind\": \"tenant-throttle\", \"api\": \"graph\", \"retryAfterSeconds\": 2.128, \"count\": 2}");

        // When
        Reply batch = batch(post("/groups", GROUP.formatted("throttled")), get(CONTACTS), get(CONTACTS));

        // Then
        List<JsonNode> parts = batch.json()
                .path("responses")
                .valueStream()
                .sorted(Comparator.comparing(part -> part.path("id").asString()))
                .toList();
        assertThat(parts).extracting(part -> part.path("status").asInt()).containsExactly(429, 429, 200);
        assertThat(parts.getFirst().path("headers").path("Retry-After").asString())
                .isEqualTo("2.128");
        assertThat(code(parts.getFirst().path("body"))).isEqualTo("TooManyRequests");
        assertThat(groups()).doesNotContain("throttled");
    }

    @Test
    @DisplayName("C.8 [C] some 429 come without Retry-After")
    void exchange_may_throttle_without_a_word_of_when_to_come_back() {
        // Given
        wish("{\"kind\": \"tenant-throttle\", \"api\": \"exchange\", \"count\": 1}");

        // When
        Reply first = tenant.invoke("Get-OrganizationConfig", "{}");
        Reply second = tenant.invoke("Get-OrganizationConfig", "{}");

        // Then
        assertThat(first.status()).isEqualTo(429);
        assertThat(second.status()).isEqualTo(200);
        assertThat(lastCalls(2)).containsExactly("429", "200");
    }

    @Test
    void a_limit_lets_so_many_requests_through_in_its_time() {
        // Given
        wish("{\"kind\": \"tenant-limit\", \"api\": \"graph\", \"requests\": 3, \"seconds\": 60000}");

        // When
        List<Integer> statuses = IntStream.range(0, 5)
                .mapToObj(_ -> tenant.get(CONTACTS).status())
                .toList();
        JsonNode refused = batch(get(CONTACTS)).json().path("responses").path(0);
        simulator.pass(Duration.ofSeconds(20_001));

        // Then
        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
        assertThat(new BigDecimal(refused.path("headers").path("Retry-After").asString()))
                .isBetween(new BigDecimal("19000"), new BigDecimal("20001"));
        assertThat(tenant.get(CONTACTS).status()).isEqualTo(200);
        assertThat(tenant.get(CONTACTS).status()).isEqualTo(429);
        assertThat(CloudTenant.destination(simulator).get(CONTACTS).status()).isEqualTo(200);
    }

    @Test
    void a_limit_of_writes_lets_all_reads_through() {
        // Given
        wish(
                "{\"kind\": \"tenant-limit\", \"api\": \"exchange\", \"requests\": 1, \"seconds\": 600, \"of\": \"writes\"}");
        String room = "{\"Identity\": \"room0\", \"EmailAddresses\":"
                + " {\"@odata.type\": \"#Exchange.GenericHashTable\", \"Add\": \"X500:/o=old/cn=room0\"}}";

        // When
        List<Integer> writes = IntStream.range(0, 2)
                .mapToObj(_ -> tenant.invoke("Set-Mailbox", room).status())
                .toList();
        Reply read = tenant.invoke("Get-OrganizationConfig", "{}");

        // Then
        assertThat(writes).containsExactly(200, 429);
        assertThat(read.status()).isEqualTo(200);
    }

    @Test
    void what_is_answered_with_500_may_have_been_done() {
        // Given
        wish("{\"kind\": \"tenant-apply-then-fail\", \"count\": 1}");

        // When
        Reply reply = tenant.graph("POST", "/groups", GROUP.formatted("done-nevertheless"));

        // Then
        assertThat(reply.status()).isEqualTo(500);
        assertThat(groups()).contains("done-nevertheless");
    }

    @Test
    void what_is_not_answered_may_have_been_done() {
        // Given
        wish("{\"kind\": \"tenant-apply-then-lose\", \"count\": 1}");

        // When
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> tenant.graph("POST", "/groups", GROUP.formatted("unheard-of")));

        // Then
        assertThat(lastCalls(1)).containsExactly("lost");
        assertThat(groups()).contains("unheard-of");
    }

    @Test
    void a_part_of_a_batch_may_get_lost_alone() {
        // Given
        wish("{\"kind\": \"tenant-apply-then-lose\", \"count\": 1}");

        // When
        Reply batch = batch(post("/groups", GROUP.formatted("lost-part")), get(CONTACTS));

        // Then
        assertThat(batch.json().path("responses").valueStream())
                .extracting(part -> part.path("id").asString())
                .containsExactly("2");
        assertThat(groups()).contains("lost-part");
    }

    @Test
    void a_service_may_be_unavailable_a_token_refused_and_a_role_missing() {
        // Given
        wish("{\"kind\": \"tenant-unavailable\", \"count\": 1}");
        int unavailable = tenant.get(CONTACTS).status();
        wish("{\"kind\": \"token-refuse\", \"count\": 1}");
        int refused = tenant.get(CONTACTS).status();
        wish("{\"kind\": \"role-missing\", \"count\": 2}");
        Reply denied = tenant.get(CONTACTS);
        int forbidden = tenant.invoke("Get-OrganizationConfig", "{}").status();

        // Then
        assertThat(List.of(unavailable, refused, denied.status(), forbidden)).containsExactly(503, 401, 403, 403);
        assertThat(code(denied.json())).isEqualTo("Authorization_RequestDenied");
        assertThat(tenant.get(CONTACTS).status()).isEqualTo(200);
    }

    @Test
    void a_share_of_the_requests_is_drawn_by_a_seed() {
        // Given
        wish("{\"kind\": \"tenant-unavailable\", \"percent\": 30, \"seed\": 7}");

        // When
        long failed = IntStream.range(0, 100)
                .filter(_ -> tenant.get(CONTACTS).status() == 503)
                .count();

        // Then
        assertThat(failed).isBetween(15L, 45L);
    }

    @Test
    @DisplayName("C.10, B.5 [M: AZA] reads after writes may be stale for minutes")
    void readers_see_changes_late_and_in_their_order() {
        // Given
        wish("{\"kind\": \"replication-lag\", \"secondsMin\": 60, \"secondsMax\": 300}");

        // When
        tenant.graph("POST", "/groups", GROUP.formatted("late-a"));
        simulator.pass(Duration.ofSeconds(59));
        tenant.graph("POST", "/groups", GROUP.formatted("late-b"));

        // Then
        assertThat(groups()).doesNotContain("late-a", "late-b");
        simulator.pass(Duration.ofSeconds(241));
        assertThat(groups()).contains("late-a");
        simulator.pass(Duration.ofSeconds(59));
        assertThat(groups()).contains("late-a", "late-b");
    }

    @Test
    void an_answer_may_take_its_time_by_the_simulated_clock() {
        // Given
        simulator.pass(Duration.ZERO);
        wish("{\"kind\": \"tenant-slow\", \"count\": 1, \"seconds\": 30}");
        Instant asked = now();

        // When
        tenant.get(CONTACTS);

        // Then
        assertThat(Duration.between(asked, now())).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_fault_means_one_tenant_or_world_if_it_says_so() {
        // Given
        wish("{\"kind\": \"tenant-unavailable\", \"tenant\": \"1509bb0a-9bf1-4331-8a11-8783593942a4\"}");
        wish("{\"kind\": \"tenant-unavailable\", \"world\": \"another\"}");

        // Then
        assertThat(tenant.get(CONTACTS).status()).isEqualTo(200);
        assertThat(CloudTenant.destination(simulator).get(CONTACTS).status()).isEqualTo(503);
    }

    private static Instant now() {
        return Instant.parse(simulator.get("/sim/clock").json().path("now").asString());
    }

    private static void wish(String fault) {
        assertThat(simulator.post("/sim/faults", fault).status()).isEqualTo(200);
    }

    private static String get(String url) {
        return "\"method\": \"GET\", \"url\": \"" + url + "\"";
    }

    private static String post(String url, String body) {
        return "\"method\": \"POST\", \"url\": \"" + url + "\", \"headers\": {\"Content-Type\": \"application/json\"},"
                + " \"body\": " + body;
    }

    private static Reply batch(String... parts) {
        StringBuilder requests = new StringBuilder();
        for (int number = 0; number < parts.length; number++) {
            requests.append(number == 0 ? "" : ", ")
                    .append("{\"id\": \"" + (number + 1) + "\", " + parts[number] + "}");
        }
        return tenant.graph("POST", "/$batch", "{\"requests\": [" + requests + "]}");
    }

    private static List<String> groups() {
        return tenant.get("/groups?$select=displayName&$top=999")
                .json()
                .path("value")
                .valueStream()
                .map(group -> group.path("displayName").asString())
                .toList();
    }

    private static String code(JsonNode body) {
        return body.path("error").path("code").asString();
    }

    /// Statuses of the last calls of tenants' APIs.
    private static List<String> lastCalls(int count) {
        List<String> statuses = simulator
                .get("/sim/calls")
                .json()
                .valueStream()
                .filter(call -> !call.path("api").asString().equals("login"))
                .map(call -> call.path("status").asString())
                .toList();
        return statuses.subList(statuses.size() - count, statuses.size());
    }
}
