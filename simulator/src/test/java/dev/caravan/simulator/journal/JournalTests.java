package dev.caravan.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JournalTests {

    @TempDir
    Path directory;

    @Test
    void entries_come_back_in_the_order_of_writing() {
        // Given
        try (Journal journal = Journal.open(directory)) {
            journal.append(entry("a", 1), entry("b", 2));
            journal.append(List.of());
            journal.append(entry("a", 3));
        }
        // When
        List<String> recalled = recalled();
        // Then
        assertThat(recalled).containsExactly("a=1", "b=2", "a=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[{\"kind\":\"a\",\"data\":9}", "[{\"kind\":\"a\",\"data\":9}]"})
    void a_line_that_was_cut_off_by_a_kill_never_happened(String halfLine) throws IOException {
        // Given
        try (Journal journal = Journal.open(directory)) {
            journal.append(entry("a", 1));
        }
        Files.writeString(directory.resolve("journal.jsonl"), halfLine, StandardOpenOption.APPEND);
        // When
        try (Journal journal = Journal.open(directory)) {
            journal.append(entry("a", 2));
        }
        // Then
        assertThat(recalled()).containsExactly("a=1", "a=2");
    }

    @Test
    void entries_of_one_line_are_kept_together_or_not_at_all() throws IOException {
        // Given
        try (Journal journal = Journal.open(directory)) {
            journal.append(entry("a", 1));
            journal.append(entry("a", 2), entry("b", 2));
        }
        Path file = directory.resolve("journal.jsonl");
        byte[] whole = Files.readAllBytes(file);
        int firstLine = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = firstLine; length < whole.length; length++) {
            // When
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            // Then
            assertThat(recalled()).containsExactly("a=1");
        }
    }

    @Test
    void a_directory_serves_one_simulator_at_a_time() {
        // Given
        try (Journal first = Journal.open(directory)) {
            first.replay(_ -> {});
            // When
            var second = assertThatThrownBy(() -> Journal.open(directory));
            // Then
            second.isInstanceOf(UnusableDataException.class).hasMessageContaining("in use");
        }
    }

    @Test
    void a_directory_that_cannot_be_written_is_named() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("file"), "");
        // When
        var opening = assertThatThrownBy(() -> Journal.open(file));
        // Then
        opening.isInstanceOf(UnusableDataException.class).hasMessageContaining(file.toString());
    }

    private List<String> recalled() {
        List<String> recalled = new ArrayList<>();
        try (Journal journal = Journal.open(directory)) {
            journal.replay(entry -> recalled.add(entry.kind() + "=" + entry.data()));
        }
        return recalled;
    }

    private static Entry entry(String kind, int value) {
        return new Entry(kind, JsonMapper.shared().getNodeFactory().numberNode(value));
    }
}
