package dev.caravan.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.schemas.TopicCatalogue.Cleanup;
import dev.caravan.schemas.TopicCatalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/// The tables of topics and commands in the documents are made from the code. `-Dcaravan.write=true` writes them.
class TopicsDocumentTests {

    private static final Path DOCUMENT = Path.of("../docs/topics.md");

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
                # Topics, records and commands

                Made from `TopicCatalogue` and the Avro IDL in `schemas/src/main/avro` by `TopicsDocumentTests`; edit those.

                Every record is Avro in the Confluent wire format, one record type per subject (`<topic>-<full name>`), and
                carries the headers of the CloudEvents Kafka binding. Each topic that is consumed has its dead letters in
                `<topic>.dlt`: the original bytes, with the cause in headers.

                ## Topics

                | topic | key | kept | bytes a record | records |
                |---|---|---|---|---|
                %s

                ## Commands

                | command | acts through | over | arguments | plans | meaning |
                |---|---|---|---|---|---|
                %s
                """.formatted(topics(), commands());
    }

    private static String topics() {
        return TopicCatalogue.topics().stream()
                .filter(topic -> !topic.name().endsWith(".dlt"))
                .map(topic -> row(
                        "`" + topic.name() + "`",
                        topic.key().toString(),
                        kept(topic.cleanup()),
                        Integer.toString(topic.recordBytesMax()),
                        names(topic)))
                .collect(Collectors.joining("\n"));
    }

    private static String commands() {
        CommandCatalogue catalogue = CommandCatalogue.shipped();
        return catalogue.names().stream()
                .map(name -> catalogue.find(name).orElseThrow())
                .map(command -> row(
                        "`" + command.name() + "`",
                        command.on(),
                        command.objectsKinds().isEmpty()
                                ? command.changesField()
                                        .map(field -> "recorded changes")
                                        .orElse("–")
                                : String.join(", ", command.objectsKinds()),
                        command.arguments().isEmpty() ? "–" : arguments(command.arguments()),
                        command.plans().map(plan -> "`" + plan + "`").orElse(command.check() ? "check" : "–"),
                        Optional.ofNullable(command.schema().getDoc()).orElse("")))
                .collect(Collectors.joining("\n"));
    }

    private static String arguments(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> "`%s`: %s%s"
                        .formatted(
                                argument.name(),
                                argument.typeName(),
                                argument.required() ? "" : ", default " + argument.defaultValue()))
                .collect(Collectors.joining("; "));
    }

    private static String names(Topic topic) {
        return topic.records().isEmpty()
                ? "–"
                : topic.records().stream().map(Schema::getName).collect(Collectors.joining(", "));
    }

    private static String kept(Cleanup cleanup) {
        return switch (cleanup) {
            case Cleanup.Deleted(var retention) -> retention.toDays() + " days";
            case Cleanup.Compacted() -> "last of each key";
        };
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.replaceAll("\\s+", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
