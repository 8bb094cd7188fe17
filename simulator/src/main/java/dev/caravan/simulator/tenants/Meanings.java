package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whom the names in rows mean: whoever was called so when the row came to be, whatever he is called since.
public final class Meanings {

    private static final String FILE = "file";
    private static final String LINE = "line";
    private static final String PROPERTY = "property";
    private static final String NAME = "name";
    private static final String MEANS = "means";

    /// By kind, line, and property with name; the empty id means nobody.
    private final Map<Kind, Map<Integer, Map<String, String>>> ids;

    private Meanings(Map<Kind, Map<Integer, Map<String, String>>> ids) {
        this.ids = ids;
    }

    /// Those of a tenant that was loaded: what its names say, unless its own file says otherwise.
    static Meanings of(Tenant tenant, Recipients recipients) {
        Naming naming = new Naming(tenant, recipients);
        Map<Kind, Map<Integer, Map<String, String>>> ids = new EnumMap<>(Kind.class);
        for (Kind kind : RowNames.kinds()) {
            for (JsonLine row : tenant.all(kind)) {
                for (RowNames.Name name : RowNames.of(kind, row.value())) {
                    put(ids, kind, row.line(), name.key(), naming.idOf(name.text(), preferred(kind, name)));
                }
            }
        }
        for (JsonLine state : tenant.all(Kind.REFERENCE_STATES)) {
            state.text(FILE)
                    .flatMap(Kind::of)
                    .ifPresent(kind -> put(
                            ids,
                            kind,
                            state.value().path(LINE).asInt(0),
                            Link.key(
                                    state.text(PROPERTY).orElse(""),
                                    state.text(NAME).orElse("")),
                            state.text(MEANS).orElse("")));
        }
        return new Meanings(ids);
    }

    private static Set<Kind> preferred(Kind kind, RowNames.Name name) {
        return RowNames.preferred(kind, name.property());
    }

    private static void put(
            Map<Kind, Map<Integer, Map<String, String>>> ids, Kind kind, int line, String key, String id) {
        ids.computeIfAbsent(kind, _ -> new HashMap<>())
                .computeIfAbsent(line, _ -> new HashMap<>())
                .put(key, id);
    }

    /// The id of whom a name in a row means; empty if it means nobody.
    Optional<String> idOf(Kind kind, JsonLine row, String property, String name) {
        return Optional.ofNullable(ids.getOrDefault(kind, Map.of())
                        .getOrDefault(row.line(), Map.of())
                        .get(Link.key(property, name)))
                .filter(id -> !id.isEmpty());
    }

    /// All names in a row, and whom they mean.
    List<Link> linksOf(Kind kind, JsonLine row) {
        return RowNames.of(kind, row.value()).stream()
                .map(name -> new Link(
                        name.property(),
                        name.text(),
                        idOf(kind, row, name.property(), name.text()).orElse("")))
                .toList();
    }

    /// After an edit: names that were there mean whom they meant, new ones whom the edit says or who is called so.
    Meanings with(Edit edit, Supplier<Naming> naming) {
        Map<Integer, Map<String, String>> rows = ids.getOrDefault(edit.kind(), Map.of());
        Map<String, String> before = rows.getOrDefault(edit.line(), Map.of());
        Map<String, String> after = new HashMap<>();
        edit.value()
                .ifPresent(value -> RowNames.of(edit.kind(), value)
                        .forEach(name -> after.put(
                                name.key(),
                                edit.link(name.key())
                                        .or(() -> Optional.ofNullable(before.get(name.key())))
                                        .orElseGet(
                                                () -> naming.get().idOf(name.text(), preferred(edit.kind(), name))))));
        if (after.equals(before)) {
            return this;
        }
        Map<Integer, Map<String, String>> changed = new HashMap<>(rows);
        changed.put(edit.line(), after);
        Map<Kind, Map<Integer, Map<String, String>>> others = new EnumMap<>(Kind.class);
        others.putAll(ids);
        others.put(edit.kind(), changed);
        return new Meanings(others);
    }

    /// What cannot be seen from the names alone, as a file of its own.
    ///
    /// @param loaded the tenant as it was loaded: of a kind that has not changed since, lines keep their numbers
    List<JsonLine> unseen(Tenant now, Tenant loaded, Naming naming) {
        List<JsonLine> unseen = new ArrayList<>();
        for (Kind kind : RowNames.kinds()) {
            List<JsonLine> rows = now.all(kind);
            boolean kept = rows.equals(loaded.all(kind));
            for (int index = 0; index < rows.size(); index++) {
                int line = kept ? rows.get(index).line() : index + 1;
                for (RowNames.Name name : RowNames.of(kind, rows.get(index).value())) {
                    String meant = idOf(kind, rows.get(index), name.property(), name.text())
                            .orElse("");
                    if (!meant.equalsIgnoreCase(naming.idOf(name.text(), preferred(kind, name)))) {
                        unseen.add(new JsonLine(
                                now.file(Kind.REFERENCE_STATES), unseen.size() + 1, state(kind, line, name, meant)));
                    }
                }
            }
        }
        return unseen;
    }

    private static ObjectNode state(Kind kind, int line, RowNames.Name name, String meant) {
        return JsonMapper.shared()
                .createObjectNode()
                .put(FILE, kind.file())
                .put(LINE, line)
                .put(PROPERTY, name.property())
                .put(NAME, name.text())
                .put(MEANS, meant);
    }
}
