package dev.caravan.launcher.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Compares one file of a dumped world with the loaded one, object by object.
///
/// @param expected what the ledger says of its objects
/// @param units how many more units of each product are in use, where the file holds products
record FileCheck(
        String name, WorldFile before, WorldFile after, Map<String, Expected> expected, Map<String, Integer> units) {

    List<String> problems() {
        var ids = DumpCheck.union(before.objects().keySet(), after.objects().keySet());
        ids.addAll(expected.keySet());
        return ids.stream().flatMap(id -> problems(id).stream()).toList();
    }

    private List<String> problems(String id) {
        var old = before.objects().get(id);
        var now = after.objects().get(id);
        var said = expected.get(id);
        if (said == null && now == null) {
            return List.of("%s: %s is missing in the dump".formatted(name, id));
        }
        if (said == null && old == null) {
            return List.of("%s: %s was not in the loaded world".formatted(name, id));
        }
        return problems(
                id,
                Objects.requireNonNullElse(old, new TreeMap<>()),
                Objects.requireNonNullElse(now, new TreeMap<>()),
                Optional.ofNullable(said));
    }

    private List<String> problems(
            String id, SortedMap<String, JsonNode> old, SortedMap<String, JsonNode> now, Optional<Expected> said) {
        var isCreated = old.isEmpty() && said.filter(Expected::maySayLess).isPresent();
        var isReborn = said.filter(Expected::isReborn).isPresent();
        var paths = isCreated || isReborn ? new TreeSet<String>() : DumpCheck.union(old.keySet(), now.keySet());
        said.ifPresent(it -> it.paths().forEach(paths::add));
        var loadedValues = old.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> WorldFile.values(entry.getValue())));
        var problems = new ArrayList<String>();
        for (var path : paths) {
            if (said.filter(it -> it.isContested(path)).isPresent()
                    || isMovedSerial(path, old, now)
                    || isCounted(path, old, now)
                    || isCreated
                            && !now.isEmpty()
                            && said.filter(it -> it.isOfRemote(path)).isPresent()) {
                continue;
            }
            var wanted = said.flatMap(it -> it.values(path, loadedValues));
            var is = WorldFile.values(now.get(path));
            var fits = wanted.map(values -> values.equals(is.stream().sorted().toList()))
                    .orElseGet(() -> Objects.equals(old.get(path), now.get(path)));
            if (!fits) {
                problems.add("%s: %s: %s is %s and should be %s"
                        .formatted(
                                name,
                                id,
                                path,
                                shown(now.containsKey(path), is),
                                shown(
                                        wanted.isPresent() || old.containsKey(path),
                                        wanted.orElseGet(() -> loadedValues.getOrDefault(path, List.of())))));
            }
        }
        return problems;
    }

    /// A zone in which something was changed, be it back again, has a higher serial.
    private boolean isMovedSerial(String path, SortedMap<String, JsonNode> old, SortedMap<String, JsonNode> now) {
        return path.equals(WorldFile.SERIAL)
                && !expected.isEmpty()
                && old.containsKey(path)
                && now.containsKey(path)
                && now.get(path).asLong() >= old.get(path).asLong();
    }

    /// A product is used by as many more users as have a licence for it now.
    private boolean isCounted(String path, SortedMap<String, JsonNode> old, SortedMap<String, JsonNode> now) {
        var more = Optional.ofNullable(now.get("skuId")).map(sku -> units.get(sku.asString()));
        return path.equals("consumedUnits")
                && more.isPresent()
                && old.containsKey(path)
                && now.containsKey(path)
                && now.get(path).asInt() == old.get(path).asInt() + more.get();
    }

    private static String shown(boolean isThere, List<String> values) {
        if (!isThere) {
            return "absent";
        }
        return values.isEmpty() ? "empty" : "(" + String.join(", ", values) + ")";
    }
}
