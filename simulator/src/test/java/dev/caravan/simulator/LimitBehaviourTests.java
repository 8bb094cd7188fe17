package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// How much Microsoft lets an application do at a time, where a fault asks for these limits.
class LimitBehaviourTests {

    private static final String ADA = "/users/ada.abel@fabrikam.example";
    private static final String BJORN = "/users/bjorn.abel@fabrikam.example";

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @AfterEach
    void mend() {
        simulator.send("DELETE", "/sim/faults", null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "/organization, 1",
        "/users, 2",
        "/users?$select=id, 1",
        "/users?$top=5, 1",
        "/users?$top=50, 2",
        ADA + ", 1",
        "/domains/fabrikam.example/domainNameReferences, 4",
        "/domains/fabrikam.example/domainNameReferences?$select=id&$top=5, 2",
        "/subscribedSkus, 3",
        "/groups/e8fa0885-9888-4829-889d-1c4ddd03301d/members, 3",
        "/groups, 1",
        "/domains?$select=id&$top=5, 1"
    })
    @DisplayName("C.8 [C: GDC] a request costs resource units, less with $select and small pages, 1 at least")
    void a_request_costs_resource_units(String path, String units) {
        // When
        Reply reply = tenant.get(path);
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("x-ms-resource-unit")).isEqualTo(units);
    }

    @Test
    @DisplayName("C.8 [C: GD21] 429 says TooManyRequests, whose limit it was, which one, and when to come back")
    void one_request_too_many_is_told_so() {
        // Given
        wish("{\"kind\": \"tenant-quota\", \"units\": 3}");
        List<Integer> statuses = statuses(4, "/organization");
        // When
        Reply refused = tenant.get("/organization");
        // Then
        JsonNode error = refused.json().path("error");
        assertThat(statuses).containsExactly(200, 200, 200, 429);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(error.path("code").asString()).isEqualTo("TooManyRequests");
        assertThat(error.path("message").asString()).isEqualTo("Please retry again later.");
        assertThat(error.path("innerError").path("code").asString()).isEqualTo("429");
        assertThat(error.path("innerError").path("status").asString()).isEqualTo("429");
        assertThat(error.path("innerError").path("message").asString()).isEqualTo("Please retry after");
        assertThat(refused.header("x-ms-throttle-information")).isEqualTo("ResourceUnitLimitExceeded");
        assertThat(refused.header("x-ms-throttle-scope"))
                .isEqualTo("Tenant_Application/ReadWrite/" + SourceTenant.APPLICATION + "/" + tenant.id());
        assertThat(new BigDecimal(refused.header("Retry-After"))).isBetween(BigDecimal.ONE, BigDecimal.TEN);
    }

    @Test
    @DisplayName("C.8 [C: GDC] x-ms-throttle-limit-percentage comes above 80 % only")
    void whoever_has_used_most_of_a_limit_is_warned() {
        // Given
        wish("{\"kind\": \"tenant-quota\", \"units\": 10}");
        // When
        List<String> warnings = IntStream.range(0, 10)
                .mapToObj(_ -> tenant.get("/organization").header("x-ms-throttle-limit-percentage"))
                .toList();
        // Then
        assertThat(warnings).containsExactly("", "", "", "", "", "", "", "", "0.9", "1.0");
    }

    @Test
    @DisplayName("C.8 [C: GDC] writes have a limit of their own in a tenant, and reading goes on")
    void writes_have_a_limit_of_their_own() {
        // Given
        wish("{\"kind\": \"tenant-quota\", \"writes\": 2}");
        String same = "{\"displayName\": \"Ada Abel\"}";
        // When
        List<Reply> replies =
                IntStream.range(0, 3).mapToObj(_ -> tenant.patch(ADA, same)).toList();
        // Then
        assertThat(replies).extracting(Reply::status).containsExactly(204, 204, 429);
        assertThat(replies.getLast().header("x-ms-throttle-information")).isEqualTo("WriteLimitExceeded");
        assertThat(tenant.get(ADA).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("C.8 [C] requests to a mailbox are limited by application and mailbox")
    void each_mailbox_has_a_limit_of_its_own() {
        // Given
        wish("{\"kind\": \"tenant-quota\", \"requests\": 3}");
        // When
        List<Integer> one = statuses(4, ADA + "/messages");
        // Then
        assertThat(one).containsExactly(200, 200, 200, 429);
        assertThat(tenant.get(BJORN + "/messages").status()).isEqualTo(200);
        assertThat(tenant.get("/organization").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("C.8 [C] an application has 4 requests to one mailbox at once; this 429 lacks Retry-After")
    void four_requests_to_one_mailbox_are_answered_at_once() throws Exception {
        // Given
        wish("{\"kind\": \"tenant-quota\", \"requests\": 100000}");
        wish("{\"kind\": \"tenant-slow\", \"seconds\": 240}");
        List<Reply> replies = new ArrayList<>();
        // When
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> five = Stream.generate(() -> askers.submit(() -> tenant.get(ADA + "/messages")))
                    .limit(5)
                    .toList();
            for (Future<Reply> one : five) {
                replies.add(one.get());
            }
        }
        // Then
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 200, 200, 200, 429);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 429)
                .allMatch(reply -> reply.header("Retry-After").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"megabytes-15, 429", "megabytes-150, 201"})
    @DisplayName("C.8 [C: 15 MB in 30 s], G.9 not confirmed: or 150 MB in 5 minutes, put into one mailbox")
    void so_much_is_put_into_a_mailbox(String position, int sixth) {
        // Given
        simulator.send("PUT", "/sim/unclear", "{\"uploads\": \"" + position + "\"}", null);
        wish("{\"kind\": \"tenant-quota\", \"requests\": 99999}");
        String letter = "{\"subject\": \"Long\", \"body\": {\"contentType\": \"text\", \"content\": \"%s\"}}"
                .formatted("x".repeat(2_900_000));
        // When
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(_ -> tenant.graph("POST", BJORN + "/messages", letter).status())
                .toList();
        // Then
        assertThat(statuses).containsExactly(201, 201, 201, 201, 201, sixth);
    }

    @Test
    @DisplayName(
            "C.8, G.5 not confirmed: Exchange says Rate-Limit-Limit, -Remaining and -Reset of whatever limit stands")
    void exchange_says_how_its_limit_stands() {
        // Given
        wish("{\"kind\": \"tenant-limit\", \"api\": \"exchange\", \"requests\": 2, \"seconds\": 60}");
        // When
        Reply first = tenant.invoke("Get-OrganizationConfig", "{}");
        tenant.invoke("Get-OrganizationConfig", "{}");
        Reply third = tenant.invoke("Get-OrganizationConfig", "{}");
        // Then
        assertThat(first.header("Rate-Limit-Limit")).isEqualTo("2");
        assertThat(first.header("Rate-Limit-Remaining")).isEqualTo("1");
        assertThat(first.header("Rate-Limit-Reset")).startsWith("2026-11-20T");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).isNotEmpty();
        assertThat(third.header("Rate-Limit-Remaining")).isEqualTo("0");
    }

    private static List<Integer> statuses(int count, String path) {
        return IntStream.range(0, count)
                .mapToObj(_ -> tenant.get(path).status())
                .toList();
    }

    private static void wish(String fault) {
        assertThat(simulator.post("/sim/faults", fault).status()).isEqualTo(200);
    }
}
