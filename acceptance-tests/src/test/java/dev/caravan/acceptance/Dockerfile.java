package dev.caravan.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A Dockerfile as far as it can be followed without Docker: what it copies, makes and starts, and as whom. It knows
/// the instructions that ours has and stops at any other, so that nothing in the file goes untested.
///
/// @param copies from the tree to the image, in order
/// @param owned folders that belong to the user
/// @param user uid and gid
record Dockerfile(
        List<Copy> copies, List<String> owned, String workingDirectory, String user, List<String> entrypoint) {

    /// Both as written; a folder ends with a slash.
    record Copy(String from, String to) {}

    /// @param arguments values of the file's ARGs
    static Dockerfile read(Path file, Map<String, String> arguments) throws IOException {
        Map<String, List<String>> said = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] instruction = replaced(line, arguments).split("\\s+", 2);
            if (!List.of("FROM", "ARG", "RUN", "COPY", "WORKDIR", "USER", "ENTRYPOINT")
                    .contains(instruction[0])) {
                throw new IllegalStateException(file + ":" + number + ": this test cannot follow " + instruction[0]);
            }
            said.computeIfAbsent(instruction[0], _ -> new ArrayList<>()).add(instruction[1]);
        }
        String user = only(said, "USER");
        return new Dockerfile(
                said.getOrDefault("COPY", List.of()).stream()
                        .map(Dockerfile::copy)
                        .toList(),
                said.getOrDefault("RUN", List.of()).stream()
                        .map(run -> owned(run, user))
                        .toList(),
                only(said, "WORKDIR"),
                user,
                JsonMapper.shared().readValue(only(said, "ENTRYPOINT"), new TypeReference<>() {}));
    }

    /// Makes the image's own files below a folder.
    void layOut(Path tree, Path root) throws IOException {
        for (String folder : owned) {
            Files.createDirectories(below(root, folder));
        }
        for (Copy copy : copies) {
            Path from = tree.resolve(copy.from());
            Path to = below(root, copy.to());
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
    }

    /// Where a path of the image lies below a folder.
    static Path below(Path root, String path) {
        return root.resolve(path.replaceFirst("^/", ""));
    }

    private static String replaced(String line, Map<String, String> arguments) {
        String text = line;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            text = text.replace("${" + argument.getKey() + "}", argument.getValue());
        }
        return text;
    }

    private static Copy copy(String written) {
        String[] words = written.split("\\s+");
        if (words.length != 2 || words[0].startsWith("--")) {
            throw new IllegalStateException("this test follows only COPY FROM TO, not COPY " + written);
        }
        return new Copy(words[0], words[1]);
    }

    private static String owned(String run, String user) {
        String[] ids = user.split(":");
        String made = "install -d -o %s -g %s ".formatted(ids[0], ids[1]);
        if (!run.startsWith(made) || run.substring(made.length()).contains(" ")) {
            throw new IllegalStateException("this test follows only RUN " + made + "PATH, not RUN " + run);
        }
        return run.substring(made.length());
    }

    private static String only(Map<String, List<String>> said, String instruction) {
        List<String> values = said.getOrDefault(instruction, List.of());
        if (values.size() != 1) {
            throw new IllegalStateException("the Dockerfile says " + instruction + " " + values.size() + " times");
        }
        return values.getFirst();
    }
}
