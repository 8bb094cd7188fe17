package dev.caravan.graph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is right passes, and each way of being wrong is found and named.
@EnabledIf(value = "dev.caravan.graph.contract.Slice#isThere", disabledReason = Slice.MISSING)
class GraphContractTests {

    private static final String JSON = "{'content-type': 'application/json'}";
    private static final String USER = """
            {'@odata.type': '#microsoft.graph.user', 'id': '1', 'displayName': 'Ada', 'userPrincipalName': 'ada@a.example'}""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': '1', 'displayName': null, 'businessPhones': [], 'accountEnabled': true}",
                "{'id': '1', 'passwordProfile': null, 'onPremisesExtensionAttributes': {'extensionAttribute1': 'a'}}",
                "{'@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity', 'id': '1'}"
            })
    void a_user_as_microsoft_writes_one_is_right(String user) {
        assertThat(violations(answered("GET", "/users/1", 200, user))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'id': '1', 'colour': 'red'}                            | /colour
            {'id': 1}                                               | /id
            {'id': '1', 'accountEnabled': 'yes'}                    | /accountEnabled
            {'id': '1', 'businessPhones': ['1', 2]}                 | /businessPhones/1
            {'id': '1', 'businessPhones': null}                     | /businessPhones
            {'id': '1', 'passwordProfile': {'colour': 'red'}}       | /passwordProfile/colour
            {'id': '1', 'createdDateTime': 'yesterday'}             | /createdDateTime
            {'id': '1', 'assignedLicenses': [{'skuId': 'E3'}]}      | /assignedLicenses/0/skuId
            []                                                      | /
            'a text'                                                | /
            """)
    void a_wrong_answer_is_found_and_its_property_named(String user, String property) {
        assertThat(violations(answered("GET", "/users/1", 200, user)))
                .contains("ANSWER " + property)
                .allMatch(found -> found.startsWith("ANSWER " + property));
    }

    @Test
    void of_objects_of_several_types_the_one_that_was_meant_is_complained_about() {
        // Given
        String right = "{'value': [%s, {'@odata.type': '#microsoft.graph.group', 'id': '2', 'mailEnabled': true}]}";

        // Then
        assertThat(violations(answered("GET", "/groups/2/members", 200, right.formatted(USER))))
                .isEmpty();
        assertThat(violations(answered(
                        "GET", "/groups/2/members", 200, right.formatted(USER.replace("}", ", 'colour': 'red'}")))))
                .containsExactly("ANSWER /value/0/colour");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST  | /domains                        | {'id': 'a.example', 'isPrimary': true} | /isPrimary
            POST  | /users/1/assignLicense          | {'addLicenses': [{'sku': 'E3'}]}       | /addLicenses/0/sku
            POST  | /users/1/assignLicense          | {'licences': []}                       | /licences
            POST  | /users/1/sendMail               | {'message': {'colour': 'red'}}         | /message/colour
            POST  | /users/1/sendMail               | {'Message': {'colour': 'red'}}         | /Message/colour
            PATCH | /applications/1                 | {'identifierUris': 'api://a'}          | /identifierUris
            POST  | /domains/a.example/verify       | {'force': true}                        | body
            """)
    void a_wrong_request_is_found_and_its_property_named(String method, String url, String body, String property) {
        assertThat(violations(asked(method, url, JSON, body))).contains("REQUEST " + property);
    }

    @Test
    void a_body_that_is_required_is_missed() {
        assertThat(violations(asked("PATCH", "/users/1", "{}", null))).contains("REQUEST body");
        assertThat(violations(answered("GET", "/users/1", 200, null))).containsExactly("ANSWER body");
    }

    @Test
    void a_body_says_what_it_is() {
        assertThat(violations(asked("PATCH", "/users/1", "{}", "{'city': 'Bern'}")))
                .contains("REQUEST content-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/users?$top=all                                  | $top",
                "/users?$select=id,colour                         | $select",
                "/users?$skip=5                                   | $skip",
                "/users?colour=red                                | colour",
                "/users/1?$top=5                                  | $top",
                "/users/1/colour                                  | /users/1/colour",
                "/users/1/calendar/calendarPermissions?$count=1   | $count"
            })
    void an_option_or_a_path_that_there_is_not_is_found(String url, String property) {
        assertThat(violations(asked("GET", url, "{}", null))).contains("REQUEST " + property);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users?$top=5&%24select=id,userPrincipalName&$skiptoken=a",
                "/users/a%2Fb%20c%40a.example?$select=id",
                "/directory/deletedItems/microsoft.graph.user?$select=id",
                "/tenantRelationships/findTenantInformationByDomainName(domainName='a.example')",
                "/tenantRelationships/microsoft.graph.findTenantInformationByDomainName(domainName='a.example')",
                "/domains/a.example/domainNameReferences?$select=id,userPrincipalName"
            })
    void an_error_answers_any_call(String url) {
        // Given
        String error =
                "{'error': {'code': 'Request_ResourceNotFound', 'message': 'Gone', 'innerError': {'date': '2026-11-20T08:00:00'}}}";

        // Then
        assertThat(violations(answered("GET", url, 404, error))).isEmpty();
        assertThat(violations(answered("GET", url, 404, "{'error': 'Gone'}"))).containsExactly("ANSWER /error");
    }

    @Test
    void an_answer_that_microsofts_own_client_cannot_read_is_found() {
        // Given
        String error = "{'error': {'code': 'X', 'message': 'Gone', 'innerError': {'date': 'today'}}}";

        // Then
        assertThat(violations(answered("GET", "/users/1", 404, error))).containsExactly("ANSWER body");
    }

    @Test
    void an_answer_of_another_status_than_described_is_found() {
        assertThat(violations(answered("DELETE", "/users/1", 200, "{}"))).containsExactly("ANSWER status");
    }

    @Test
    void each_part_of_a_batch_is_a_call_and_its_envelope_too() {
        // Given
        String asked = """
                {'requests': [{'id': '1', 'method': 'GET', 'url': '/users/1'},
                              {'id': '2', 'method': 'PATCH', 'url': 'users/2', 'headers': {'Content-Type': 'application/json'},
                               'body': {'colour': 'red'}}]}""";
        String answered = """
                {'responses': [{'id': '2', 'status': 204, 'headers': {}},
                               {'id': '1', 'status': 200, 'headers': {'Content-Type': 'application/json'},
                                'body': {'id': '1', 'size': 4}}], 'took': 3}""";

        // When
        List<Violation> found =
                GraphContract.ofMicrosoft().violations(Exchange.of(line("""
                        {'method': 'POST', 'url': '/$batch', 'requestHeaders': %s, 'request': %s,
                         'status': 200, 'answerHeaders': %s, 'answer': %s}""".formatted(JSON, asked, JSON, answered))));

        // Then
        assertThat(found)
                .extracting(violation -> violation.call().url() + " " + violation.property())
                .containsExactly("/$batch /took", "/users/1 /size", "/users/2 /colour");
    }

    @Test
    void a_file_is_read_line_by_line_and_each_kind_told_once() throws Exception {
        // Given
        Path file = folder.resolve("traffic.jsonl");
        Files.write(
                file,
                List.of(
                        answered("GET", "/users/1", 200, "{'id': 1}").toString(),
                        answered("GET", "/users/2", 200, "{'id': 2}").toString()));

        // Then
        assertThat(GraphContract.ofMicrosoft().violations(file))
                .extracting(Violation::toString)
                .containsExactly("GET /users/1 → 200: /id of the answer: integer found, string expected");
    }

    private static List<String> violations(JsonNode line) {
        return GraphContract.ofMicrosoft().violations(Exchange.of(line)).stream()
                .map(violation -> violation.side() + " " + violation.property())
                .toList();
    }

    private static JsonNode asked(String method, String url, String headers, @Nullable String body) {
        return line("{'method': '%s', 'url': '%s', 'requestHeaders': %s, %s 'status': 404}"
                .formatted(method, url, headers, body == null ? "" : "'request': " + body + ","));
    }

    private static JsonNode answered(String method, String url, int status, @Nullable String body) {
        String written = "{'method': '%s', 'url': '%s', %s 'status': %d, 'answerHeaders': %s}"
                .formatted(
                        method, url.replace("'", "%27"), body == null ? "" : "'answer': " + body + ",", status, JSON);
        return line(written);
    }

    private static JsonNode line(String written) {
        return JsonMapper.shared().readTree(written.replace('\'', '"'));
    }
}
