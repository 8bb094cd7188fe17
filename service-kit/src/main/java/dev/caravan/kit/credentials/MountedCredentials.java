package dev.caravan.kit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Secrets as an orchestrator of containers hands them over: a mounted file named as the reference, or else the
/// environment's `CARAVAN_CREDENTIAL_<REFERENCE>` in capitals, with `_` for all that is neither letter nor digit.
final class MountedCredentials implements Credentials {

    private static final String PREFIX = "CARAVAN_CREDENTIAL_";

    private final @Nullable Path directory;
    private final Map<String, String> environment;

    MountedCredentials(@Nullable Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Outcome<Secret> resolve(CredentialRef ref) {
        try {
            return mounted(ref)
                    .or(() -> Optional.ofNullable(environment.get(variable(ref))))
                    .map(text -> Outcome.done(new Secret(text)))
                    .orElseGet(() -> missing(ref));
        } catch (IOException e) {
            return Outcome.failedForNow("no-credential", "the secret of " + ref + " cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> mounted(CredentialRef ref) throws IOException {
        var file = file(ref);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file.get(), UTF_8).stripTrailing());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// The secret's file; none for a reference that would lead out of the directory.
    private Optional<Path> file(CredentialRef ref) {
        if (directory == null) {
            return Optional.empty();
        }
        try {
            var file = directory.resolve(ref.value()).normalize();
            return Optional.of(file).filter(path -> directory.normalize().equals(path.getParent()));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Outcome<Secret> missing(CredentialRef ref) {
        return Outcome.failedForGood("no-credential", "no secret is mounted for " + ref + ", nor is " + variable(ref));
    }

    private static String variable(CredentialRef ref) {
        return PREFIX + ref.value().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
