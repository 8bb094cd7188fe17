package dev.caravan.orchestrator.runbook.catalogue;

import dev.caravan.orchestrator.runbook.RunbookName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The runbooks that come with the service, as YAML.
public final class ShippedRunbooks {

    private static final List<RunbookName> NAMES =
            List.of("dns-preparation", "assessment", "source-preparation", "lower-ttl", "tenant-to-tenant").stream()
                    .map(RunbookName::parse)
                    .toList();

    /// Their names, the default of the demo first.
    public List<RunbookName> names() {
        return NAMES;
    }

    /// The text of a shipped runbook.
    public Optional<String> find(RunbookName name) {
        return NAMES.contains(name) ? Optional.of(text(fileName(name))) : Optional.empty();
    }

    /// What problems call the file.
    public static String fileName(RunbookName name) {
        return name + ".yaml";
    }

    private static String text(String file) {
        try (InputStream resource = ShippedRunbooks.class.getResourceAsStream("/runbooks/" + file)) {
            if (resource == null) {
                throw new IllegalStateException("runbooks/" + file + " is missing from the service's jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
