package dev.caravan.graph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

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
    void each_call_has_a_reason_and_a_page_of_microsoft() {
        assertThat(Supplement.read().path("paths"))
                .allSatisfy(path -> assertThat(path).allSatisfy(operation -> {
                    assertThat(operation.path("description").asString("")).isNotBlank();
                    assertThat(operation.path("externalDocs").path("url").asString(""))
                            .startsWith("https://learn.microsoft.com/graph/");
                }));
    }

    private static List<String> calls(JsonNode description) {
        return description.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream().map(method -> method + " " + path.getKey()))
                .toList();
    }
}
