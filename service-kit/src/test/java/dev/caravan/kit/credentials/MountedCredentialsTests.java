package dev.caravan.kit.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountedCredentialsTests {

    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    private Path directory;

    @Test
    void a_mounted_file_comes_first_and_is_read_anew_each_time() throws IOException {
        // Given
        var credentials = new MountedCredentials(directory, Map.of("CARAVAN_CREDENTIAL_DNS_KEY_1", "environment"));
        var ref = new CredentialRef("dns-key.1");
        Files.writeString(directory.resolve("dns-key.1"), "first\n");
        var first = credentials.resolve(ref);

        // When
        Files.writeString(directory.resolve("dns-key.1"), "rotated");

        // Then
        assertThat(first).isEqualTo(Outcome.done(new Secret("first")));
        assertThat(credentials.resolve(ref)).isEqualTo(Outcome.done(new Secret("rotated")));
    }

    @Test
    void the_environment_answers_where_no_file_is_mounted() {
        // Given
        var credentials = new MountedCredentials(null, Map.of("CARAVAN_CREDENTIAL_DNS_KEY_1", "environment"));

        // When
        var secret = credentials.resolve(new CredentialRef("dns-key.1"));

        // Then
        assertThat(secret).isEqualTo(Outcome.done(new Secret("environment")));
    }

    @Test
    void a_missing_secret_names_what_was_looked_for() {
        assertThat(new MountedCredentials(directory, NOTHING).resolve(new CredentialRef("none")))
                .isEqualTo(Outcome.failedForGood(
                        "no-credential", "no secret is mounted for none, nor is CARAVAN_CREDENTIAL_NONE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/hostname", ".", "inner/secret", "a\0b"})
    void a_reference_leads_nowhere_but_into_its_directory(String ref) throws IOException {
        // Given
        var inner = Files.createDirectories(directory.resolve("mounted/inner"));
        Files.writeString(directory.resolve("outside"), "not meant");
        Files.writeString(inner.resolve("secret"), "not meant");
        var credentials = new MountedCredentials(directory.resolve("mounted"), NOTHING);

        // When
        var secret = credentials.resolve(new CredentialRef(ref));

        // Then
        assertThat(secret).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_secret_does_not_show_itself() {
        assertThat(new Secret("canary")).hasToString("(secret)");
    }
}
