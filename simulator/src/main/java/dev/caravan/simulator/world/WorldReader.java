package dev.caravan.simulator.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads worlds from their folders, and says everything that is wrong with them at once.
public final class WorldReader {

    private static final Pattern OBJECTS = Pattern.compile(
            "(?<side>source|destination)/(?<product>graph|exchange|onpremises|hosted)/(?<file>\\w+(\\.state)?)\\.jsonl?");

    private final ZoneRules zoneRules;

    /// A reader that leaves the judgement of zones to those who serve them.
    public WorldReader(ZoneRules zoneRules) {
        this.zoneRules = zoneRules;
    }

    /// Reads worlds that shall be simulated together.
    public Reading read(List<Path> folders) {
        List<Problem> problems = new ArrayList<>();
        List<World> worlds = new ArrayList<>();
        for (Path folder : folders) {
            List<Problem> found = new ArrayList<>();
            World world = read(folder, nameOf(folder, worlds), found);
            if (found.isEmpty()) {
                worlds.add(world);
            }
            found.stream()
                    .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                    .map(problem -> inFolder(folder, problem))
                    .forEach(problems::add);
        }
        problems.addAll(TogetherRules.check(worlds));
        return problems.isEmpty() ? new Reading.Loaded(new Worlds(worlds)) : new Reading.Broken(List.copyOf(problems));
    }

    static Problem inFolder(Path folder, Problem problem) {
        String file = problem.file().isEmpty()
                ? folder.toString()
                : folder.resolve(problem.file()).toString();
        return new Problem(file, problem.line(), problem.message());
    }

    /// The folder's name; with a number where another world is called so already.
    private static String nameOf(Path folder, List<World> others) {
        String plain = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        Set<String> taken = others.stream().map(World::slug).collect(Collectors.toSet());
        String name = plain;
        for (int number = 2; taken.contains(World.slug(name)); number++) {
            name = plain + "-" + number;
        }
        return name;
    }

    private World read(Path folder, String name, List<Problem> problems) {
        SortedMap<String, byte[]> files = WorldFiles.read(folder, problems);
        World world = new World(
                name, folder, files, tenant(files, Side.SOURCE, problems), tenant(files, Side.DESTINATION, problems));
        if (!files.isEmpty()) {
            WorldRules.check(world, zoneRules, problems);
        }
        return world;
    }

    private static Tenant tenant(SortedMap<String, byte[]> files, Side side, List<Problem> problems) {
        Map<Kind, List<JsonLine>> objects = new EnumMap<>(Kind.class);
        boolean server = false;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Matcher path = OBJECTS.matcher(file.getKey());
            if (path.matches() && path.group("side").equals(side.folder())) {
                server |= !path.group("product").equals("graph")
                        && !path.group("product").equals("exchange");
                Kind.of(path.group("file"))
                        .ifPresent(kind -> objects.computeIfAbsent(kind, _ -> new ArrayList<>())
                                .addAll(objects(file.getKey(), file.getValue(), problems)));
            }
        }
        return new Tenant(side, !server, description(files, side, problems), objects);
    }

    private static List<JsonLine> objects(String path, byte[] bytes, List<Problem> problems) {
        if (path.endsWith("l")) {
            return JsonFiles.lines(path, bytes, problems);
        }
        JsonNode only = JsonFiles.object(path, bytes, problems);
        return only.isObject() ? List.of(new JsonLine(path, 1, only)) : List.of();
    }

    private static JsonNode description(SortedMap<String, byte[]> files, Side side, List<Problem> problems) {
        String path = side.folder() + "/tenant.json";
        byte[] bytes = files.get(path);
        if (bytes == null) {
            if (!files.isEmpty()) {
                problems.add(new Problem(path, 0, "is missing; every tenant of a world has one"));
            }
            return MissingNode.getInstance();
        }
        return JsonFiles.object(path, bytes, problems);
    }
}
