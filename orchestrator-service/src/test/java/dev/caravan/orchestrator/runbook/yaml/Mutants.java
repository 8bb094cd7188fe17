package dev.caravan.orchestrator.runbook.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Files that differ from a given one in one place each: something left out, renamed, of another type, or of a strange
/// value.
final class Mutants {

    private static final List<Object> STRANGE = List.of(
            "", "Strange Text", "5", 5, -1, 0.5, true, List.of(), List.of("a"), Map.of(), Map.of("a", 1), "T0", "1h");

    private Mutants() {}

    /// So many of them, picked by a seed, as JSON, which is YAML.
    static Stream<String> of(String yaml, long seed, int count) {
        var root = YamlText.parse(yaml, new Problems("original")).orElseThrow();
        var mutants = mutants(root.value()).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(mutants, new Random(seed));
        return mutants.stream().limit(count).map(JsonMapper.shared()::writeValueAsString);
    }

    private static Stream<Object> mutants(Object value) {
        return switch (value) {
            case Map<?, ?> map -> ofMap(map);
            case List<?> list -> ofList(list);
            default -> STRANGE.stream();
        };
    }

    private static Stream<Object> ofMap(Map<?, ?> map) {
        return map.entrySet().stream()
                .flatMap(entry -> Stream.of(
                                Stream.of(without(map, entry.getKey()), renamed(map, entry.getKey())),
                                STRANGE.stream().map(strange -> with(map, entry.getKey(), strange)),
                                mutants(entry.getValue()).map(mutant -> with(map, entry.getKey(), mutant)))
                        .flatMap(mutants -> mutants));
    }

    private static Stream<Object> ofList(List<?> list) {
        return Stream.iterate(0, index -> index < list.size(), index -> index + 1)
                .flatMap(index -> mutants(list.get(index)).map(mutant -> with(list, index, mutant)));
    }

    private static Object without(Map<?, ?> map, Object key) {
        var copy = new LinkedHashMap<Object, Object>(map);
        copy.remove(key);
        return copy;
    }

    private static Object renamed(Map<?, ?> map, Object key) {
        var copy = new LinkedHashMap<Object, Object>(map);
        copy.put(key + "s", copy.remove(key));
        return copy;
    }

    private static Object with(Map<?, ?> map, Object key, Object value) {
        var copy = new LinkedHashMap<Object, Object>(map);
        copy.put(key, value);
        return copy;
    }

    private static Object with(List<?> list, int index, Object value) {
        var copy = new ArrayList<Object>(list);
        copy.set(index, value);
        return copy;
    }
}
