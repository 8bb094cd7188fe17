package dev.caravan.graph.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SupplementTests {

    @Test
    @EnabledIf(value = "dev.caravan.graph.contract.Slice#isThere", disabledReason = Slice.MISSING)
    void it_holds_nothing_that_the_slice_describes() {
        // Given
        List<String> described = calls(Slice.read());

        // Then
        assertThat(calls(Supplement.read())).isNotEmpty().doesNotContainAnyElementsOf(described);
    }

    @Test
    void each_call_and_link_has_a_reason_and_a_page_of_microsoft() {
        assertThat(Stream.of("paths", "links")
                        .flatMap(part -> Supplement.read().path(part).valueStream())
                        .flatMap(JsonNode::valueStream))
                .isNotEmpty()
                .allSatisfy(addition -> {
                    assertThat(addition.path("description").asString("")).isNotBlank();
                    assertThat(addition.path("externalDocs").path("url").asString(""))
                            .startsWith("https://learn.microsoft.com/graph/");
                });
    }

    @Test
    @EnabledIf(value = "dev.caravan.graph.contract.Slice#isThere", disabledReason = Slice.MISSING)
    void it_does_not_overrule_the_slice() {
        // Given
        ObjectNode supplement = JsonMapper.shared().createObjectNode();
        supplement.putObject("paths").putObject("/users").putObject("get").put("description", "Our own idea");

        // Then
        assertThatThrownBy(() -> Supplement.added(supplement, Slice.read())).hasMessageContaining("get");
    }

    private static List<String> calls(JsonNode description) {
        return description.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream().map(method -> method + " " + path.getKey()))
                .toList();
    }
}
