package dev.caravan.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.schemas.TopicCatalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The AsyncAPI document is made from the code. `-Dcaravan.write=true` writes it. Its texts are JSON strings, which
/// YAML reads as they are.
class AsyncApiTests {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_document_says_what_the_code_says() throws IOException {
        // Given
        String expected = document();
        if (Boolean.getBoolean("caravan.write")) {
            Files.writeString(DOCUMENT, expected);
        }

        // Then
        assertThat(DOCUMENT)
                .content()
                .as("stale; write it with -Dcaravan.write=true")
                .isEqualTo(expected);
    }

    private static String document() {
        return """
                # Made from TopicCatalogue and the Avro IDL by AsyncApiTests; edit those.
                asyncapi: 3.0.0
                info:
                  title: Caravan
                  version: "1.0"
                  description: Records are Avro in the Confluent wire format with the headers of the CloudEvents Kafka binding.
                defaultContentType: application/avro
                channels:
                %s
                operations:
                %s
                """.formatted(
                        TopicCatalogue.topics().stream()
                                .filter(topic -> !topic.records().isEmpty())
                                .map(AsyncApiTests::channel)
                                .collect(Collectors.joining("\n")),
                        TopicCatalogue.topics().stream()
                                .filter(topic -> !topic.records().isEmpty())
                                .map(AsyncApiTests::operation)
                                .collect(Collectors.joining("\n")));
    }

    private static String channel(Topic topic) {
        return """
                  %s:
                    address: %s
                    description: %s
                    messages:
                %s""".formatted(
                        topic.name(),
                        topic.name(),
                        text("Keyed by " + topic.key() + "."),
                        topic.records().stream()
                                .map(record -> message(topic, record).indent(6).stripTrailing())
                                .collect(Collectors.joining("\n")))
                .indent(2)
                .stripTrailing();
    }

    private static String message(Topic topic, Schema record) {
        return """
                      %s:
                        name: %s
                        description: %s
                        x-subject: %s
                        payload:
                          schemaFormat: application/vnd.apache.avro;version=1.12.0
                          schema: %s""".formatted(
                        record.getName(),
                        record.getFullName(),
                        text(record.getDoc() == null ? "" : record.getDoc()),
                        topic.subject(record),
                        record);
    }

    private static String operation(Topic topic) {
        return """
                  read-%s:
                    action: receive
                    channel:
                      $ref: "#/channels/%s\"""".formatted(topic.name().replace('.', '-'), topic.name())
                .indent(2)
                .stripTrailing();
    }

    private static String text(String text) {
        return JSON.writeValueAsString(text);
    }
}
