package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All rows of an account, in the order of their creation.
final class Books {

    private final Workgroup workgroup;
    private final Map<Table, Map<String, Row>> rows = new EnumMap<>(Table.class);
    private final Map<Table, List<Row>> loaded = new EnumMap<>(Table.class);
    private final Set<String> underWay = new LinkedHashSet<>();

    /// The account as its world was loaded.
    Books(Workgroup workgroup) {
        this.workgroup = workgroup;
        for (Table table : Table.values()) {
            List<Row> before = table == Table.PACKS ? workgroup.packs() : read(workgroup.world(), table);
            rows.put(table, new LinkedHashMap<>());
            loaded.put(table, before);
            before.forEach(row -> apply(new Edit(table, row.id(), Optional.of(row))));
        }
    }

    private static List<Row> read(World world, Table table) {
        byte[] bytes = world.files().getOrDefault(table.path(), new byte[0]);
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Row.of(JsonMapper.shared().readTree(line)))
                .toList();
    }

    /// One row that is new, changed or gone.
    ///
    /// @param row empty if it is gone
    record Edit(Table table, String id, Optional<Row> row) {

        JsonNode written() {
            return JsonMapper.shared()
                    .createObjectNode()
                    .put("table", table.name())
                    .put("id", id)
                    .set("row", row.<JsonNode>map(Row::value).orElse(null));
        }

        static Edit read(JsonNode written) {
            return new Edit(
                    Table.valueOf(written.path("table").asString()),
                    written.path("id").asString(),
                    Optional.of(written.path("row")).filter(JsonNode::isObject).map(Row::of));
        }
    }

    Workgroup workgroup() {
        return workgroup;
    }

    Collection<Row> all(Table table) {
        return Collections.unmodifiableCollection(rows(table).values());
    }

    Optional<Row> find(Table table, String id) {
        return Optional.ofNullable(rows(table).get(id));
    }

    private Map<String, Row> rows(Table table) {
        return rows.getOrDefault(table, Map.of());
    }

    /// Passes and subscriptions that will change by themselves.
    List<Row> underWay(Table table) {
        return underWay.stream().flatMap(id -> find(table, id).stream()).toList();
    }

    void apply(Edit edit) {
        Map<String, Row> table = rows(edit.table());
        underWay.remove(edit.id());
        edit.row().ifPresentOrElse(row -> table.put(edit.id(), row), () -> table.remove(edit.id()));
        edit.row().filter(row -> isUnderWay(edit.table(), row)).ifPresent(_ -> underWay.add(edit.id()));
    }

    private static boolean isUnderWay(Table table, Row row) {
        return switch (table) {
            case PASSES -> PassStatus.of(row).underWay();
            case SUBSCRIPTIONS -> row.is("SubscriptionProcessState", "NotProcessed") && !row.flag("IsDeleted");
            case CUSTOMERS, END_USERS, ENDPOINTS, PROJECTS, ITEMS, ERRORS, COPIES, PACKS -> false;
        };
    }

    /// The files of a dump that are not as they were loaded.
    SortedMap<String, byte[]> changed() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Table table : Table.values()) {
            List<Row> now = new ArrayList<>(all(table));
            if (!now.equals(loaded.get(table))) {
                if (table == Table.PACKS) {
                    files.put(World.BITTITAN, workgroup.written(now));
                } else {
                    files.put(table.path(), lines(now));
                }
            }
        }
        return files;
    }

    private static byte[] lines(List<Row> rows) {
        return rows.stream()
                .map(row -> JsonMapper.shared().writeValueAsString(row.masked()) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
