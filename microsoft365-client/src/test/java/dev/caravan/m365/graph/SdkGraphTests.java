package dev.caravan.m365.graph;

import static dev.caravan.m365.MicrosoftStandIn.Host.EXCHANGE;
import static dev.caravan.m365.MicrosoftStandIn.Host.GRAPH;
import static dev.caravan.m365.MicrosoftStandIn.Host.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.MicrosoftStandIn;
import dev.caravan.m365.MicrosoftStandIn.Asked;
import dev.caravan.m365.TenantCall;
import dev.caravan.m365.graph.Listing.InMailbox;
import dev.caravan.m365.graph.Listing.OfDomain;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.wire.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SdkGraphTests {

    private static final Listing USERS = Listing.of(OfTenant.USERS, List.of("id", "userPrincipalName"));
    private static final String NO_MORE = "{\"value\":[]}";

    private final MicrosoftStandIn microsoft = new MicrosoftStandIn();
    private final Graph graph = microsoft.client().graph();
    private final TenantCall call = TenantCall.toTheTenant();

    @AfterEach
    void close() {
        microsoft.close();
    }

    @Test
    void a_page_holds_the_objects_as_graph_wrote_them() {
        // Given
        var written = "{\"id\":\"1\",\"@odata.type\":\"#microsoft.graph.user\",\"madeUp\":{\"a\":[1.50,null]}}";
        microsoft.says(GRAPH, 200, "{\"@odata.context\":\"…\",\"value\":[" + written + "]}");

        // When
        var page = done(graph.page(USERS, Optional.empty(), call));

        // Then
        assertThat(page.objects()).hasToString("[" + written.replace("1.50", "1.5") + "]");
        assertThat(page.cursor()).isEmpty();
    }

    @Test
    void a_listing_asks_for_what_it_wants_and_no_more() {
        // Given
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var _ = graph.page(USERS.top(500).where("startswith(mail,'a&b')"), Optional.empty(), call);

        // Then
        var asked = asked();
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.path()).startsWith("/v1.0/users?");
        assertThat(asked.path().split("[?&]"))
                .contains("$select=id,userPrincipalName", "$top=500")
                .anyMatch(parameter -> parameter.startsWith("$filter=startswith%28mail%2C%27a%26b%27%29"));
        assertThat(asked.header("Authorization")).isEqualTo("Bearer " + token(1));
        assertThat(asked.header("ConsistencyLevel")).isEmpty();
        assertThat(call.called()).containsExactly("login login.microsoftonline.com", "graph graph.microsoft.com");
    }

    @Test
    void an_advanced_listing_says_so_on_every_page() {
        // Given
        var advanced = USERS.where("endsWith(mail,'@fabrikam.example')").advanced();
        microsoft.says(GRAPH, 200, page("https://graph.microsoft.com/v1.0/users?$skiptoken=a"));
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var first = done(graph.page(advanced, Optional.empty(), call));
        var _ = graph.page(advanced, first.cursor(), call);

        // Then
        assertThat(microsoft.asked(GRAPH))
                .extracting(asked -> asked.header("ConsistencyLevel"))
                .containsExactly("eventual", "eventual");
        assertThat(microsoft.asked(GRAPH).getFirst().path()).contains("$count=true");
    }

    @Test
    void a_cursor_is_graphs_own_link_untouched_and_goes_on_whenever_it_is_used() {
        // Given
        var opaque = "/v1.0/users?%24select=id&$skiptoken=m~AQAn%2bOzE7%7E-._%20x";
        microsoft.says(GRAPH, 200, page("https://graph.microsoft.com" + opaque));
        microsoft.says(GRAPH, 200, NO_MORE);
        var cursor = done(graph.page(USERS, Optional.empty(), call)).cursor();

        // When
        var last = done(graph.page(USERS, cursor, TenantCall.toTheTenant()));

        // Then
        assertThat(last.cursor()).isEmpty();
        assertThat(microsoft.asked(GRAPH).getLast().path()).isEqualTo(opaque);
    }

    @Test
    void a_cursor_may_lead_to_where_the_host_is_reached() {
        // Given
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var page = graph.page(USERS, Optional.of(microsoft.base(GRAPH) + "/v1.0/users?$skiptoken=a"), call);

        // Then
        assertThat(page).isInstanceOf(Outcome.Done.class);
        assertThat(asked().path()).isEqualTo("/v1.0/users?$skiptoken=a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1.0/users",
                "https://graph.microsoft.com@evil.example/v1.0/users",
                "https://graph.microsoft.com.evil.example/v1.0/users",
                "http://graph.microsoft.com/v1.0/users",
                "https://graph.microsoft.com:444/v1.0/users",
                "/v1.0/users",
                "no link"
            })
    void a_cursor_that_leads_elsewhere_gets_no_token(String link) {
        // When
        var failed = failed(graph.page(USERS, Optional.of(link), call));

        // Then
        assertThat(failed.code()).isEqualTo("foreign-link");
        assertThat(call.called()).isEmpty();
    }

    static Stream<Object[]> collections() {
        return Stream.of(
                new Object[] {OfTenant.ORGANIZATION, "organization"},
                new Object[] {OfTenant.DOMAINS, "domains"},
                new Object[] {OfTenant.USERS, "users"},
                new Object[] {OfTenant.GROUPS, "groups"},
                new Object[] {OfTenant.DELETED_USERS, "directory/deletedItems/graph.user"},
                new Object[] {OfTenant.DELETED_GROUPS, "directory/deletedItems/graph.group"},
                new Object[] {OfTenant.APPLICATIONS, "applications"},
                new Object[] {OfTenant.SUBSCRIBED_SKUS, "subscribedSkus"},
                new Object[] {new Listing.MembersOf("group-1"), "groups/group-1/members"},
                new Object[] {new Listing.CalendarPermissionsOf("user-1"), "users/user-1/calendar/calendarPermissions"},
                in(InMailbox.Whole.FOLDERS, "mailFolders"),
                in(InMailbox.Whole.EVENTS, "events"),
                in(InMailbox.Whole.CONTACTS, "contacts"),
                in(InMailbox.Whole.TASK_LISTS, "todo/lists"),
                in(new InMailbox.MessagesIn("inbox"), "mailFolders/inbox/messages"),
                in(new InMailbox.TasksIn("list-1"), "todo/lists/list-1/tasks"),
                of(OfDomain.Part.NAME_REFERENCES, "domainNameReferences"),
                of(OfDomain.Part.SERVICE_RECORDS, "serviceConfigurationRecords"),
                of(OfDomain.Part.VERIFICATION_RECORDS, "verificationDnsRecords"));
    }

    @ParameterizedTest
    @MethodSource("collections")
    void a_collection_is_where_graph_has_it(Listing.Collection collection, String path) {
        // Given
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var _ = graph.page(Listing.of(collection, List.of("id")), Optional.empty(), call);

        // Then
        assertThat(asked().path()).isEqualTo("/v1.0/" + path + "?$select=id");
    }

    @Test
    void an_object_is_found() {
        // Given
        microsoft.says(GRAPH, 200, "{\"id\":\"fabrikam.example\",\"isVerified\":true}");

        // When
        var found = graph.find(Resource.at("domains", "fabrikam.example"), List.of("id", "isVerified"), call);

        // Then
        assertThat(done(found).orElseThrow()).hasToString("{\"id\":\"fabrikam.example\",\"isVerified\":true}");
        assertThat(asked().path()).isEqualTo("/v1.0/domains/fabrikam.example?$select=id,isVerified");
    }

    @Test
    void an_object_that_does_not_exist_is_not_found_and_no_failure() {
        // Given
        microsoft.says(GRAPH, 404, error("Request_ResourceNotFound", "Resource 'x' does not exist"));

        // When
        var found = graph.find(Resource.at("domains", "fabrikam.example"), List.of("id"), call);

        // Then
        assertThat(found).isEqualTo(Outcome.done(Optional.empty()));
    }

    @Test
    void a_change_carries_its_body() {
        // Given
        microsoft.says(GRAPH, 204, "");
        var change = GraphRequest.patch(
                Resource.at("users", "a b/c@fabrikam.example"), json("{\"userPrincipalName\":\"ä@contoso.example\"}"));

        // When
        var answered = graph.send(change, call);

        // Then
        assertThat(answered).isEqualTo(Outcome.done(Optional.empty()));
        assertThat(asked().method()).isEqualTo("PATCH");
        assertThat(asked().path()).isEqualTo("/v1.0/users/a%20b%2Fc%40fabrikam.example");
        assertThat(asked().header("Content-Type")).isEqualTo("application/json");
        assertThat(asked().body()).isEqualTo("{\"userPrincipalName\":\"ä@contoso.example\"}");
    }

    @Test
    void what_is_created_is_answered() {
        // Given
        microsoft.says(GRAPH, 201, "{\"id\":\"fabrikam.example\"}");

        // When
        var created =
                graph.send(GraphRequest.post(Resource.at("domains"), json("{\"id\":\"fabrikam.example\"}")), call);

        // Then
        assertThat(done(created).orElseThrow().path("id").stringValue()).isEqualTo("fabrikam.example");
        assertThat(asked().method()).isEqualTo("POST");
    }

    @Test
    void an_action_without_arguments_has_no_body() {
        // Given
        microsoft.says(GRAPH, 200, "{\"id\":\"fabrikam.example\"}");

        // When
        var _ = graph.send(GraphRequest.post(Resource.at("domains", "fabrikam.example", "verify")), call);

        // Then
        assertThat(asked().path()).isEqualTo("/v1.0/domains/fabrikam.example/verify");
        assertThat(asked().body()).isEmpty();
    }

    @Test
    void something_is_deleted() {
        // Given
        microsoft.says(GRAPH, 204, "");

        // When
        var deleted = graph.send(GraphRequest.delete(Resource.at("domains", "fabrikam.example")), call);

        // Then
        assertThat(deleted).isEqualTo(Outcome.done(Optional.empty()));
        assertThat(asked().method()).isEqualTo("DELETE");
    }

    @Test
    void nothing_can_be_meant_without_saying_what() {
        assertThatThrownBy(() -> Resource.at("users", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Resource.at("users", "..")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Resource.at()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OfDomain(" ", OfDomain.Part.NAME_REFERENCES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Listing.of(OfTenant.USERS, List.of())).hasMessageContaining("select");
        assertThatThrownBy(() -> USERS.top(1000)).hasMessageContaining("top");
        assertThatThrownBy(() -> graph.find(Resource.at("users", "1"), List.of(), call))
                .hasMessageContaining("select");
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad-request, false",
        "401, unauthorized, false",
        "403, forbidden, false",
        "404, not-found, false",
        "405, unexpected-answer, false",
        "409, conflict, false",
        "302, unexpected-answer, false",
        "500, server-error, true",
        "502, server-error, true",
        "503, unavailable, true",
        "504, unavailable, true"
    })
    void a_refusal_keeps_codes_and_text(int status, String code, boolean isTransient) {
        // Given
        var said = """
                {"error":{"code":"Request_BadRequest","message":"Another object has it.","details":[\
                {"code":"ObjectConflict","message":"…","target":"userPrincipalName"}],"innerError":{"date":"…"}}}""";
        microsoft.says(GRAPH, status, said, "Location", "http://127.0.0.1:1/");
        microsoft.says(GRAPH, status, said);

        // When
        var failed = failed(graph.send(GraphRequest.delete(Resource.at("users", "1")), call));

        // Then
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isTransient()).isEqualTo(isTransient);
        assertThat(failed.reason())
                .isEqualTo("graph.microsoft.com answers " + status
                        + ": Request_BadRequest: Another object has it. (ObjectConflict userPrincipalName)");
        assertThat(failed.retryAfter()).isEmpty();
        assertThat(microsoft.asked(GRAPH)).hasSize(status == 401 ? 2 : 1);
    }

    @Test
    void a_refusal_in_no_known_form_is_kept_as_it_is() {
        // Given
        microsoft.says(GRAPH, 403, "<h1>Blocked by a proxy</h1>");

        // When
        var failed = failed(graph.page(USERS, Optional.empty(), call));

        // Then
        assertThat(failed.reason()).isEqualTo("graph.microsoft.com answers 403: <h1>Blocked by a proxy</h1>");
    }

    @Test
    void a_token_that_is_not_accepted_is_replaced_and_the_request_made_again() {
        // Given
        microsoft.says(GRAPH, 401, error("InvalidAuthenticationToken", "expired"));
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var page = graph.page(USERS, Optional.empty(), call);

        // Then
        assertThat(page).isInstanceOf(Outcome.Done.class);
        assertThat(microsoft.asked(GRAPH))
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly("Bearer " + token(1), "Bearer " + token(2));
    }

    @ParameterizedTest
    @CsvSource({"2.128, PT2.128S", "1, PT1S", "0, PT0.01S", "60, PT1M", ", PT10S", "soon, PT10S", "1e-9, PT10S"})
    void a_throttled_request_is_made_again_after_the_asked_for_pause(String retryAfter, String pause) {
        // Given
        throttle(retryAfter);
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var page = graph.page(USERS, Optional.empty(), call);

        // Then
        assertThat(page).isInstanceOf(Outcome.Done.class);
        assertThat(call.pauses()).hasToString("[" + pause + "]");
    }

    @Test
    void a_pause_that_is_too_long_for_a_worker_is_left_to_the_run() {
        // Given
        throttle("61");

        // When
        var failed = failed(graph.page(USERS, Optional.empty(), call));

        // Then
        assertThat(failed.code()).isEqualTo("throttled");
        assertThat(failed.isTransient()).isTrue();
        assertThat(failed.retryAfter()).hasToString("Optional[PT1M1S]");
        assertThat(call.pauses()).isEmpty();
    }

    @Test
    void whoever_is_throttled_again_and_again_gives_up() {
        // Given
        Collections.nCopies(61, "5").forEach(this::throttle);

        // When
        var failed = failed(graph.page(USERS, Optional.empty(), call));

        // Then
        assertThat(failed.retryAfter()).hasToString("Optional[PT5S]");
        assertThat(call.pauses()).hasSize(60);
        assertThat(microsoft.asked(GRAPH)).hasSize(61);
    }

    @Test
    void a_server_that_says_when_to_come_back_is_not_asked_again_before() {
        // Given
        microsoft.says(GRAPH, 503, "", "Retry-After", "20");
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var page = graph.page(USERS, Optional.empty(), call);

        // Then
        assertThat(page).isInstanceOf(Outcome.Done.class);
        assertThat(call.pauses().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void what_only_reads_is_asked_for_again_when_the_host_is_not_well() {
        // Given
        microsoft.says(GRAPH, 503, "");
        microsoft.says(GRAPH, 500, "");
        microsoft.loses(GRAPH);
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var page = graph.page(USERS, Optional.empty(), call);

        // Then
        assertThat(page).isInstanceOf(Outcome.Done.class);
        assertThat(call.pauses()).hasSize(3).isSorted();
        assertThat(call.pauses().getFirst()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        assertThat(call.pauses().getLast()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(12));
    }

    @Test
    void a_host_that_does_not_get_well_is_left_to_the_run() {
        // Given
        Collections.nCopies(4, 503).forEach(status -> microsoft.says(GRAPH, status, ""));

        // When
        var failed = failed(graph.page(USERS, Optional.empty(), call));

        // Then
        assertThat(failed.code()).isEqualTo("unavailable");
        assertThat(microsoft.asked(GRAPH)).hasSize(4);
    }

    @Test
    void a_page_that_cannot_be_read_may_be_readable_later() {
        // Given
        microsoft.says(GRAPH, 200, "{\"value\":");

        // When
        var failed = failed(graph.page(USERS, Optional.empty(), call));

        // Then
        assertThat(failed.code()).isEqualTo("unreadable-answer");
        assertThat(failed.isTransient()).isTrue();
    }

    @Test
    void a_lost_answer_leaves_open_whether_it_took_effect() {
        // Given
        microsoft.says(GRAPH, 204, "");
        microsoft.loses(GRAPH);
        var _ = graph.send(GraphRequest.delete(Resource.at("users", "1")), call);

        // When
        var failed = failed(graph.send(GraphRequest.delete(Resource.at("users", "2")), call));

        // Then
        assertThat(failed.code()).isEqualTo("no-answer");
        assertThat(failed.isTransient()).isTrue();
        assertThat(microsoft.asked(GRAPH)).hasSize(2);
    }

    @Test
    void a_server_in_haste_is_not_asked_again_at_once() {
        // Given
        microsoft.says(GRAPH, 503, "", "Retry-After", "0");

        // When
        var failed = failed(graph.send(GraphRequest.post(Resource.at("domains"), json("{\"id\":\"x\"}")), call));

        // Then
        assertThat(failed.code()).isEqualTo("unavailable");
        assertThat(microsoft.asked(GRAPH)).hasSize(1);
    }

    @Test
    void a_host_that_the_connection_does_not_list_is_not_called() {
        // Given
        var loginOnly = TenantCall.to(Set.of("login.microsoftonline.com", "outlook.office365.com"), Map.of());

        // When
        var failed = failed(graph.page(USERS, Optional.empty(), loginOnly));

        // Then
        assertThat(failed.code()).isEqualTo("host-not-allowed");
        assertThat(microsoft.asked(GRAPH)).isEmpty();
        assertThat(microsoft.asked(EXCHANGE)).isEmpty();
    }

    @Test
    void throttled_parts_are_made_again_after_their_time_and_no_others() {
        // Given
        microsoft.says(GRAPH, 200, """
                {"responses":[
                  {"id":"3","status":429,"headers":{"Retry-After":"2.5"},"body":{}},
                  {"id":"1","status":204,"headers":{}},
                  {"id":"2","status":429,"headers":{"Retry-After":"1"},"body":{}},
                  {"id":"4","status":500,"headers":{},"body":{}}]}""");
        microsoft.says(GRAPH, 200, """
                {"responses":[
                  {"id":"2","status":429,"headers":{},"body":{}},
                  {"id":"1","status":204,"headers":{}}]}""");
        microsoft.says(GRAPH, 200, "{\"responses\":[{\"id\":\"1\",\"status\":204}]}");

        // When
        var outcomes = done(graph.batch(patches("a", "b", "c", "d"), call));

        // Then
        assertThat(outcomes.subList(0, 3)).allMatch(Outcome.Done.class::isInstance);
        assertThat(failed(outcomes.get(3)).code()).isEqualTo("server-error");
        assertThat(call.pauses()).hasToString("[PT2.5S, PT10S]");
        assertThat(microsoft.asked(GRAPH))
                .extracting(asked -> asked.body().replaceAll(".*?/users/(.).*?(?=/users/|$)", "$1"))
                .containsExactly("abcd", "bc", "c");
    }

    @Test
    void parts_that_only_read_are_made_again_when_their_fate_is_unknown() {
        // Given
        microsoft.says(GRAPH, 200, "{\"responses\":[{\"id\":\"1\",\"status\":503}]}");
        microsoft.says(GRAPH, 200, """
                {"responses":[{"id":"1","status":200,"body":{}},{"id":"2","status":200,"body":{}}]}""");
        var reading = GraphRequest.get(Resource.at("domains", "fabrikam.example"));

        // When
        var outcomes = done(graph.batch(List.of(reading, reading), call));

        // Then
        assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
        assertThat(call.pauses()).hasSize(1);
    }

    @Test
    void a_later_round_that_cannot_be_made_is_the_outcome_of_those_left() {
        // Given
        microsoft.says(GRAPH, 200, """
                {"responses":[
                  {"id":"1","status":204},
                  {"id":"2","status":429,"headers":{"Retry-After":"1"}}]}""");
        microsoft.loses(GRAPH);

        // When
        var outcomes = done(graph.batch(patches("a", "b"), call));

        // Then
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Done.class);
        assertThat(failed(outcomes.getLast()).code()).isEqualTo("no-answer");
        assertThat(microsoft.asked(GRAPH)).hasSize(2);
    }

    @Test
    void a_part_that_is_throttled_for_too_long_is_left_to_the_run() {
        // Given
        microsoft.says(GRAPH, 200, """
                {"responses":[
                  {"id":"1","status":204},
                  {"id":"2","status":429,"headers":{"Retry-After":"90"}}]}""");

        // When
        var outcomes = done(graph.batch(patches("a", "b"), call));

        // Then
        assertThat(failed(outcomes.getLast()).retryAfter()).hasToString("Optional[PT1M30S]");
        assertThat(call.pauses()).isEmpty();
    }

    @Test
    void a_command_that_is_to_stop_stops_in_its_pause() {
        // Given
        throttle("30");
        call.stoppingInPause();

        // When
        var failed = failed(graph.page(USERS, Optional.empty(), call));

        // Then
        assertThat(failed.code()).isEqualTo("stopped");
        assertThat(microsoft.asked(GRAPH)).hasSize(1);
    }

    @Test
    void nobody_of_a_throttled_key_calls_before_its_time() {
        // Given
        throttle("61");
        var _ = graph.page(USERS, Optional.empty(), call);
        var another = call.another();

        // When
        var failed = failed(graph.send(GraphRequest.delete(Resource.at("users", "1")), another));

        // Then
        assertThat(failed.code()).isEqualTo("throttled");
        assertThat(microsoft.asked(GRAPH)).hasSize(1);
    }

    @Test
    void other_tenants_are_not_held_up() {
        // Given
        throttle("61");
        var _ = graph.page(USERS, Optional.empty(), call);
        var otherTenant = "99999999-0000-4000-8000-00000000000a";
        var hosts = Set.of("login.microsoftonline.com", "graph.microsoft.com");
        var other = TenantCall.to(hosts, Map.of(), Optional.of(otherTenant)).atTheTimeOf(call);
        microsoft.says(LOGIN, 200, MicrosoftStandIn.tokenAnswer(MicrosoftStandIn.token(otherTenant, 1), 3600));
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var page = graph.page(USERS, Optional.empty(), other);

        // Then
        assertThat(page).isInstanceOf(Outcome.Done.class);
        assertThat(other.pauses()).isEmpty();
    }

    @Test
    void whose_turn_would_come_after_the_end_of_his_command_is_told_at_once() {
        // Given
        call.another().pause(Duration.ofMinutes(59).plusSeconds(59));
        microsoft.says(GRAPH, 204, "", "x-ms-throttle-limit-percentage", "1.5");
        var deleting = GraphRequest.delete(Resource.at("users", "1"));
        var _ = graph.send(deleting, call);

        // When
        var failed = failed(graph.batch(Collections.nCopies(20, deleting), call));

        // Then
        assertThat(failed.code()).isEqualTo("too-busy");
        assertThat(failed.isTransient()).isTrue();
        assertThat(microsoft.asked(GRAPH)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"high, PT1.02", "normal, PT2"})
    void a_tenant_of_high_priority_goes_before_who_waits_already(String priority, String wait) {
        // Given
        var hosts = Set.of("login.microsoftonline.com", "graph.microsoft.com");
        var other = TenantCall.to(hosts, Map.of("priority", priority)).atTheTimeOf(call);

        // Then
        assertThat(pauseOf(other)).asString().startsWith(wait);
    }

    @Test
    void who_has_mail_at_risk_goes_before_who_waits_already() {
        // Then
        assertThat(pauseOf(call.another().whileMailIsAtRisk())).asString().startsWith("PT1.02");
    }

    /// How long it waits first when it comes while others wait.
    private Duration pauseOf(TenantCall other) {
        microsoft.says(GRAPH, 204, "", "x-ms-throttle-limit-percentage", "1");
        var deleting = GraphRequest.delete(Resource.at("users", "1"));
        var _ = graph.send(deleting, call);
        var batch = Collections.nCopies(20, deleting);
        var _ = graph.batch(batch, call.inPause(() -> graph.batch(batch, other)));
        return other.pauses().getFirst();
    }

    @Test
    void nobody_waits_beyond_the_end_of_his_command() {
        // Given
        var late = call.another();
        late.pause(Duration.ofMinutes(59).plusSeconds(50));
        throttle("30");

        // When
        var failed = failed(graph.page(USERS, Optional.empty(), call));

        // Then
        assertThat(failed.code()).isEqualTo("throttled");
        assertThat(call.pauses()).isEmpty();
    }

    @Test
    void what_is_asked_and_how_often_it_is_throttled_is_metered() {
        // Given
        var meters = new SimpleMeterRegistry();
        var metered = microsoft.client(meters).graph();
        throttle("30");
        microsoft.says(GRAPH, 200, NO_MORE);

        // When
        var _ = metered.page(USERS, Optional.empty(), call);

        // Then
        assertThat(meters.get("caravan.microsoft365.answers")
                        .tag("api", "graph")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("caravan.microsoft365.throttled")
                        .tag("api", "graph")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("caravan.microsoft365.waited")
                        .tag("api", "graph")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(30);
        assertThat(meters.get("caravan.microsoft365.rate")
                        .tag("of", "units")
                        .gauge()
                        .value())
                .isBetween(380.0, 400.0);
    }

    @Test
    void a_batch_answers_each_request_on_its_own() {
        // Given
        microsoft.says(
                GRAPH, 200, """
                {"responses":[
                  {"id":"3","status":404,"headers":{},"body":%s},
                  {"id":"1","status":204,"headers":{"request-id":"r"}},
                  {"id":"2","status":400,"headers":{},"body":%s}]}""".formatted(error("Request_ResourceNotFound", "no"), error("Request_BadRequest", "no")));

        // When
        var outcomes = done(graph.batch(patches("a", "b", "c", "d"), call));

        // Then
        assertThat(done(outcomes.get(0)).status()).isEqualTo(204);
        assertThat(done(outcomes.get(0)).header("Request-Id")).contains("r");
        assertThat(failed(outcomes.get(1)).code()).isEqualTo("bad-request");
        assertThat(failed(outcomes.get(2)).code()).isEqualTo("not-found");
        assertThat(failed(outcomes.get(3)).code()).isEqualTo("unknown");
        assertThat(failed(outcomes.get(3)).isTransient()).isTrue();
    }

    @Test
    void a_batch_is_written_as_graph_wants_it() {
        // Given
        microsoft.says(GRAPH, 200, "{\"responses\":[]}");
        var requests = List.of(
                GraphRequest.get(Resource.at("users", "1")),
                GraphRequest.patch(Resource.at("users", "2"), json("{\"city\":\"Köln\"}")),
                GraphRequest.get(Resource.at("users", "3", "messages"), List.of("id", "from"))
                        .page(100, "receivedDateTime ge 2026-12-04T21:16:00Z"));

        // When
        List<Outcome<Answer>> _ = done(graph.batch(requests, call));

        // Then
        var asked = microsoft.asked(GRAPH).getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/v1.0/$batch");
        assertThat(json(asked.body())).isEqualTo(json("""
                        {"requests":[
                          {"id":"1","method":"GET","url":"/users/1"},
                          {"id":"2","method":"PATCH","url":"/users/2",
                           "headers":{"Content-Type":"application/json"},"body":{"city":"Köln"}},
                          {"id":"3","method":"GET",
                           "url":"/users/3/messages?$select=id,from&$top=100&$filter=receivedDateTime%20ge%202026-12-04T21%3A16%3A00Z"}]}"""));
    }

    @Test
    void a_batch_that_failed_as_a_whole_failed_as_a_whole() {
        // Given
        microsoft.says(GRAPH, 500, "");

        // When
        var failed = failed(graph.batch(patches("a"), call));

        // Then
        assertThat(failed.code()).isEqualTo("server-error");
    }

    @Test
    void a_batch_has_its_limits() {
        // Given
        var tooMany = Collections.nCopies(21, GraphRequest.get(Resource.at("users", "1")));

        // Then
        assertThatThrownBy(() -> graph.batch(tooMany, call)).hasMessage("a batch has 1 to 20 requests, not 21");
        assertThatThrownBy(() -> graph.batch(List.of(), call)).hasMessage("a batch has 1 to 20 requests, not 0");
        assertThat(microsoft.asked(LOGIN)).isEmpty();
    }

    private static List<GraphRequest> patches(String... ids) {
        return Stream.of(ids)
                .map(id -> GraphRequest.patch(Resource.at("users", id), json("{\"mailNickname\":\"x\"}")))
                .toList();
    }

    private Asked asked() {
        return microsoft.asked(GRAPH).getLast();
    }

    private void throttle(String retryAfter) {
        var headers = retryAfter == null ? new String[0] : new String[] {"Retry-After", retryAfter};
        microsoft.says(GRAPH, 429, error("TooManyRequests", "Please retry again later."), headers);
    }

    private static Object[] in(InMailbox.Part part, String path) {
        return new Object[] {new InMailbox("user-1", part), "users/user-1/" + path};
    }

    private static Object[] of(OfDomain.Part part, String path) {
        return new Object[] {new OfDomain("fabrikam.example", part), "domains/fabrikam.example/" + path};
    }

    private static String token(int number) {
        return MicrosoftStandIn.token(MicrosoftStandIn.TENANT, number);
    }

    private static String page(String nextLink) {
        return "{\"value\":[{\"id\":\"1\"}],\"@odata.nextLink\":\"" + nextLink + "\"}";
    }

    private static String error(String code, String message) {
        return "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).fact();
    }

    private static Outcome.Failed<?> failed(Outcome<?> outcome) {
        return (Outcome.Failed<?>) outcome;
    }
}
