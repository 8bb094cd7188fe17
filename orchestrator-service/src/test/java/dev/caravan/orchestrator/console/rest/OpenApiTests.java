package dev.caravan.orchestrator.console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.writes.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ConsoleTest
class OpenApiTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void every_endpoint_is_described_in_words_and_says_what_it_takes() {
        // When
        var description = Objects.requireNonNull(client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());

        // Then
        assertThat(endpoints()).hasSizeGreaterThan(25).allSatisfy(endpoint -> {
            var operation = description.path("paths").path(endpoint.path()).path(endpoint.method());
            assertThat(operation.path("summary").asString(""))
                    .as(endpoint.method() + " " + endpoint.path())
                    .isNotBlank();
            assertThat(operation.path("responses").path("default").isMissingNode())
                    .isFalse();
            assertThat(operation.toString().contains("X-Caravan-User")).isEqualTo(endpoint.isWrite());
        });
        assertThat(description.path("paths").propertyNames())
                .allSatisfy(path -> assertThat(path).startsWith("/api/"));
        assertThat(description.toString()).doesNotContain("\"caller\"");
    }

    private record Endpoint(String method, String path, boolean isWrite) {}

    private List<Endpoint> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(mapping -> endpoints(mapping.getKey(), mapping.getValue()))
                .filter(endpoint -> endpoint.path().startsWith("/api/"))
                .toList();
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo mapping, HandlerMethod handler) {
        var isWrite = Stream.of(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(Caller.class::equals);
        return mapping.getPatternValues().stream()
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Endpoint(method.toLowerCase(Locale.ROOT), path, isWrite)));
    }
}
