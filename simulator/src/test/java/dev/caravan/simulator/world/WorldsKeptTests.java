package dev.caravan.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.simulator.SampleWorld;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.UnusableDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldsKeptTests {

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        folder = SampleWorld.copyTo(directory);
        try (Journal journal = Journal.open(directory.resolve("data"))) {
            new WorldsKept(load(folder), journal).start();
        }
    }

    @Test
    void the_same_worlds_go_on_where_they_were() {
        // When
        var restart = assertThatCode(() -> restart(load(folder)));
        // Then
        restart.doesNotThrowAnyException();
    }

    @Test
    void a_world_that_was_changed_meanwhile_is_refused() throws IOException {
        // Given
        SampleWorld.change(folder, "expect.json", before -> before + " ");
        // When
        var restart = assertThatThrownBy(() -> restart(load(folder)));
        // Then
        restart.isInstanceOf(UnusableDataException.class).hasMessageContaining("fabrikam-to-contoso is not the one");
    }

    @Test
    void other_worlds_are_refused() {
        // When
        var restart = assertThatThrownBy(() -> restart(new Worlds(List.of())));
        // Then
        restart.isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("holds the worlds [fabrikam-to-contoso]");
    }

    private void restart(Worlds worlds) {
        try (Journal journal = Journal.open(directory.resolve("data"))) {
            WorldsKept kept = new WorldsKept(worlds, journal);
            journal.replay(kept::recall);
            kept.start();
        }
    }

    private static Worlds load(Path folder) {
        Reading reading = new WorldReader(_ -> List.of()).read(List.of(folder));
        assertThat(reading).isInstanceOf(Reading.Loaded.class);
        return ((Reading.Loaded) reading).worlds();
    }
}
