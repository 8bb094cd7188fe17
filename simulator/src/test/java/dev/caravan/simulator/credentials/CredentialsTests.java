package dev.caravan.simulator.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.simulator.SampleWorld;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.world.Reading;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.WorldReader;
import dev.caravan.simulator.world.Worlds;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTests {

    @TempDir
    Path directory;

    private final Worlds worlds = ((Reading.Loaded) new WorldReader(_ -> List.of()).read(SampleWorld.alone())).worlds();
    private final World world = worlds.all().getFirst();

    @Test
    void secrets_are_drawn_once_and_outlive_a_kill() {
        // Given
        SortedMap<String, String> drawn = open();
        // When
        SortedMap<String, String> again = open();
        // Then
        assertThat(again).isEqualTo(drawn).hasSize(6);
        assertThat(drawn.values())
                .doesNotHaveDuplicates()
                .allSatisfy(
                        secret -> assertThat(Base64.getDecoder().decode(secret)).hasSize(32));
    }

    @Test
    void a_person_is_known_by_the_own_secret_alone() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            Credentials credentials = new Credentials(worlds, journal);
            credentials.complete();
            Credentials.Person eli = Credentials.persons(world).getLast();
            // When
            var known = credentials.person(world, credentials.secret(eli.credentialRef()));
            // Then
            assertThat(known).hasValue(eli);
            assertThat(credentials.person(world, credentials.secret(Credentials.tsigRef(world))))
                    .isEmpty();
            assertThatThrownBy(() -> credentials.secret("nobody")).hasMessage("no credential is called nobody");
        }
    }

    private SortedMap<String, String> open() {
        try (Journal journal = Journal.open(directory)) {
            Credentials credentials = new Credentials(worlds, journal);
            journal.replay(credentials::recall);
            credentials.complete();
            return credentials.all();
        }
    }
}
