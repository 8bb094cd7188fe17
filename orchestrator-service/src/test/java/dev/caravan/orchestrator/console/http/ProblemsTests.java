package dev.caravan.orchestrator.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.testing.ConsoleTest;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class ProblemsTests {

    @Autowired
    private RestTestClient client;

    @LocalServerPort
    private int port;

    @Test
    void a_place_that_is_not_there_a_method_and_a_type_that_are_not_taken_are_problems() {
        problem(client.get().uri("/api/nothing").exchange(), 404, "not-found");
        problem(client.delete().uri("/api/runs").exchange(), 405, "method-not-allowed");
        problem(
                client.post()
                        .uri("/api/runs")
                        .header("X-Caravan-User", "Ada")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("hello")
                        .exchange(),
                415,
                "unsupported-media-type");
        problem(client.get().uri("/api/runs").accept(MediaType.IMAGE_PNG).exchange(), 406, "not-acceptable");
    }

    @Test
    void an_unreadable_body_is_a_problem_that_says_where() {
        assertThat(detail("{\"title\": ")).startsWith("line 1, column");
        assertThat(detail("")).isEqualTo("The request has no body.");
        assertThat(detail("{\"titel\": \"x\"}")).contains("titel", "there is no such field", "title");
        assertThat(detail("{\"domains\": \"fabrikam.example\"}")).contains("domains: not a list");
        assertThat(detail("{\"title\":\"a\",\"title\":\"b\"}")).contains("title");
    }

    @Test
    void a_body_that_is_too_large_is_refused_whether_it_tells_its_length_or_not() throws IOException {
        // Given
        var large = "{\"title\":\"" + "x".repeat(800 * 1024) + "\"}";

        // Then
        problem(post(large), 413, "too-large");
        assertThat(raw("POST /api/runs HTTP/1.1\r\nHost: localhost\r\nX-Caravan-User: Ada\r\n"
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("urn:caravan:problem:too-large");
    }

    @Test
    void a_page_of_somebody_else_cannot_write() {
        problem(
                client.post()
                        .uri("/api/runs")
                        .header("X-Caravan-User", "Ada")
                        .header("Sec-Fetch-Site", "cross-site")
                        .body(Map.of())
                        .exchange(),
                403,
                "foreign-page");
        problem(
                client.post()
                        .uri("/api/runs")
                        .header("X-Caravan-User", "Ada")
                        .header("Origin", "http://evil.example")
                        .body(Map.of())
                        .exchange(),
                403,
                "foreign-page");
    }

    @Test
    void a_name_that_is_not_ours_is_refused_for_reading_too() throws IOException {
        assertThat(called("evil.example:8080")).startsWith("HTTP/1.1 403").contains("urn:caravan:problem:foreign-page");
        assertThat(called("127.0.0.1:8080")).startsWith("HTTP/1.1 200");
        assertThat(called("[::1]:8080")).startsWith("HTTP/1.1 200");
    }

    private String called(String host) throws IOException {
        return raw("GET /api/runs HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void problem(RestTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.type")
                .isEqualTo("urn:caravan:problem:" + code);
    }

    private String detail(String body) {
        var problem = post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(problem == null ? null : problem.get("detail"));
    }

    private RestTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/api/runs")
                .header("X-Caravan-User", "Ada")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
