package dev.caravan.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogCauseTests {

    @Test
    void the_description_of_a_failure_analysis_comes_first() {
        // Given
        var log = """
                10:00:01 ERROR Application run failed
                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                Web server failed to start. Port 29000 was already in use.

                Action:

                Identify and stop the process that's listening on port 29000.
                """;

        // When
        var cause = LogCause.of(log.lines().toList());

        // Then
        assertThat(cause).isEqualTo("Web server failed to start. Port 29000 was already in use.");
    }

    @Test
    void messages_with_file_and_line_are_all_told() {
        // Given
        var log = """
                starting
                source/graph/users.jsonl:12: no domain of this tenant: @nowhere.example
                dns/fabrikam.example.zone:4: a zone has two SOA records
                """;

        // When
        var cause = LogCause.of(log.lines().toList());

        // Then
        assertThat(cause)
                .contains("source/graph/users.jsonl:12: no domain")
                .contains("dns/fabrikam.example.zone:4: a zone has two SOA records");
    }

    @Test
    void else_the_innermost_exception_speaks() {
        // Given
        var log = """
                Exception in thread "main" java.lang.IllegalStateException: cannot begin
                \tat dev.caravan.Some.main(Some.java:3)
                Caused by: java.net.BindException: Address already in use
                \tat java.base/sun.nio.ch.Net.bind(Net.java:1)
                \t... 9 more
                """;

        // When
        var cause = LogCause.of(log.lines().toList());

        // Then
        assertThat(cause).isEqualTo("java.net.BindException: Address already in use");
    }

    @Test
    void else_its_last_words() {
        // Given
        var log = List.of("one", "two", "", "three", "four");

        // When
        var cause = LogCause.of(log);
        var silent = LogCause.of(List.of());

        // Then
        assertThat(cause.lines().map(String::strip)).containsExactly("two", "three", "four");
        assertThat(silent).isEqualTo("it left no word in its log");
    }
}
