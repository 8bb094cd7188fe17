package dev.caravan.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.simulator.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldDumpTests {

    @TempDir
    Path directory;

    @Test
    void a_dump_of_an_untouched_world_equals_it_byte_by_byte() throws IOException {
        // Given
        World world = load(SampleWorld.FOLDER);
        // When
        Path dump = untouched(world).write(world, directory);
        // Then
        assertThat(SampleWorld.filesOf(dump)).isEqualTo(SampleWorld.filesOf(SampleWorld.FOLDER));
    }

    @Test
    void odd_spelling_unknown_files_and_unknown_properties_survive() throws IOException {
        // Given
        Path folder = SampleWorld.copyTo(directory.resolve("in"));
        SampleWorld.change(
                folder,
                "source/graph/users.jsonl",
                before -> "\uFEFF" + before.replace("\n", "\r\n")
                        + "\r\n {\"x\":1.50e+2 , \"id\":\"00000000-0000-4000-8000-000000000001\",\"userPrincipalName\":"
                        + "\"\\u0041@fabrikam.example\", \"big\":12345678901234567890123, \"a\\/b\":[ ] }");
        SampleWorld.change(folder, "source/graph/devices.jsonl", _ -> "not even JSON\n");
        SampleWorld.change(folder, "notes/read me.txt", _ -> "no final line end");
        Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 10, 13});
        World world = load(folder);
        // When
        Path dump = untouched(world).write(world, directory.resolve("out"));
        // Then
        assertThat(SampleWorld.filesOf(dump)).isEqualTo(SampleWorld.filesOf(folder));
    }

    @Test
    void a_changed_zone_is_written_as_the_name_servers_hold_it() throws IOException {
        // Given
        World world = load(SampleWorld.FOLDER);
        WorldWriter writer = new WorldWriter(zone -> "; " + zone + "\n", loaded -> loaded);
        // When
        Path dump = writer.write(world, directory);
        // Then
        assertThat(dump.resolve("dns/fabrikam.example.zone")).hasContent("; fabrikam.example");
    }

    @Test
    void a_dump_never_goes_over_the_world_that_was_loaded() throws IOException {
        // Given
        World world = load(SampleWorld.copyTo(directory));
        // When
        var dumping = assertThatThrownBy(() -> untouched(world).write(world, directory));
        // Then
        dumping.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not written over");
    }

    private static World load(Path folder) {
        Reading reading = new WorldReader(_ -> List.of()).read(List.of(folder));
        assertThat(reading).isInstanceOf(Reading.Loaded.class);
        return ((Reading.Loaded) reading).worlds().all().getFirst();
    }

    private static WorldWriter untouched(World world) {
        return new WorldWriter(
                zone -> world.zones().stream()
                        .filter(file -> file.zone().equals(zone))
                        .findFirst()
                        .orElseThrow()
                        .text(),
                loaded -> loaded);
    }
}
