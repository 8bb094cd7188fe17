package dev.caravan.launcher.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTests {

    private static final String BOUNCED = """
            {"from":"anna@friends.example","to":"ida@a.example","sent":"2026-11-20T00:00:00Z","state":"bounced",\
            "attempts":[{"result":"451 4.4.1 try later"},{"result":"550 5.1.10 RecipientNotFound"}]}
            """;
    private static final String DELIVERED = "{\"state\":\"delivered\",\"attempts\":[]}\n";

    @TempDir
    private Path loaded;

    @TempDir
    private Path dumped;

    @Test
    void a_letter_that_bounced_is_told_with_the_last_answer() throws IOException {
        // Given
        Files.writeString(dumped.resolve("messages.jsonl"), DELIVERED + BOUNCED);
        // When
        var refused = Letters.refused(loaded, dumped);
        // Then
        assertThat(refused)
                .containsExactly("messages.jsonl: the letter of 2026-11-20T00:00:00Z from anna@friends.example to"
                        + " ida@a.example bounced: 550 5.1.10 RecipientNotFound");
    }

    @Test
    void what_bounced_before_the_demo_is_none_of_its_letters() throws IOException {
        // Given
        Files.writeString(loaded.resolve("messages.jsonl"), BOUNCED);
        Files.writeString(dumped.resolve("messages.jsonl"), BOUNCED + DELIVERED);
        // When
        var refused = Letters.refused(loaded, dumped);
        // Then
        assertThat(refused).isEmpty();
    }

    @Test
    void where_nobody_wrote_nothing_bounced() throws IOException {
        // Then
        assertThat(Letters.refused(loaded, dumped)).isEmpty();
    }
}
