package dev.caravan.launcher.demo;

import dev.caravan.launcher.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The runbook of a demo: one that ships, by its name, or a file of somebody.
///
/// @param name null for a file
/// @param yaml null for one that ships
public record RunbookChoice(
        @Nullable String name,
        @Nullable String yaml,
        @Nullable String file) {

    /// What is written like a path or lies there is a file; anything else is a name.
    public static RunbookChoice of(String nameOrFile) {
        var path = Path.of(nameOrFile);
        var isFile = Files.isRegularFile(path)
                || nameOrFile.endsWith(".yaml")
                || nameOrFile.endsWith(".yml")
                || path.getNameCount() > 1;
        if (!isFile) {
            return new RunbookChoice(nameOrFile, null, null);
        }
        try {
            return new RunbookChoice(null, Files.readString(path), nameOrFile);
        } catch (IOException unreadable) {
            throw new Unusable("The runbook " + nameOrFile + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public String toString() {
        return name != null ? name : String.valueOf(file);
    }
}
