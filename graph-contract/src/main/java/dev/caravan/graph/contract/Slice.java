package dev.caravan.graph.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The part of Microsoft's description that Caravan uses, with every object closed. It lies beside the project, not in
/// it: tests that need it are skipped where it is missing.
public final class Slice {

    /// What a skipped test says.
    public static final String MISSING = "needs ../shared/data/graph-openapi-slice-strict.yaml beside the project";

    private static final Path FILE = Path.of("shared", "data", "graph-openapi-slice-strict.yaml");

    private Slice() {}

    public static boolean isThere() {
        return file().isPresent();
    }

    static JsonNode read() {
        return new YAMLMapper().readTree(file().orElseThrow(() -> new IllegalStateException(MISSING)));
    }

    /// From the project's folder or from a module's.
    private static Optional<Path> file() {
        return Stream.of(Path.of(".."), Path.of("..", ".."))
                .map(above -> above.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
