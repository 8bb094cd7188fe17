package dev.caravan.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Yesterday's data works today: each released version stands in `src/test/resources/released/<version>/` and is never
/// changed; today's types must read all of them. `-Dcaravan.release=<version>` writes a new one.
class SchemaEvolutionTests {

    private static final Path RELEASED = Path.of("src/test/resources/released");

    @ParameterizedTest
    @MethodSource("subjects")
    void todays_type_reads_every_released_version_of_its_subject(String subject, Schema today)
            throws IOException, SchemaValidationException {
        // Given
        List<Schema> released = releasedVersionsOf(subject);

        // Then
        new SchemaValidatorBuilder().canReadStrategy().validateAll().validate(today, released);
    }

    @Test
    void no_released_subject_has_vanished() throws IOException {
        // Given
        List<String> today = subjects().map(arguments -> (String) arguments[0]).toList();

        // When
        try (Stream<Path> files = Files.walk(RELEASED)) {
            List<String> released = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".avsc"))
                    .map(name -> name.substring(0, name.length() - ".avsc".length()))
                    .distinct()
                    .toList();

            // Then
            assertThat(released).isNotEmpty();
            assertThat(today).containsAll(released);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "caravan.release", matches = "\\d+(\\.\\d+)*")
    void a_release_is_written_down() throws IOException {
        Path folder = Files.createDirectories(RELEASED.resolve(System.getProperty("caravan.release")));
        for (Object[] subject : subjects().toList()) {
            Files.writeString(
                    folder.resolve(subject[0] + ".avsc"),
                    ((Schema) subject[1]).toString(true) + System.lineSeparator());
        }
        assertThat(folder).isNotEmptyDirectory();
    }

    static Stream<Object[]> subjects() {
        TreeMap<String, Schema> bySubject = new TreeMap<>();
        TopicCatalogue.topics()
                .forEach(topic -> topic.records().forEach(record -> bySubject.put(topic.subject(record), record)));
        return bySubject.entrySet().stream().map(entry -> new Object[] {entry.getKey(), entry.getValue()});
    }

    private static List<Schema> releasedVersionsOf(String subject) throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.endsWith(subject + ".avsc"))
                    .map(SchemaEvolutionTests::parsed)
                    .toList();
        }
    }

    private static Schema parsed(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
