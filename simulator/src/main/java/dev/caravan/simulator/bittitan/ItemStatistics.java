package dev.caravan.simulator.bittitan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What has been copied of an item: by the latest pass, and by those before it.
///
/// It is kept with the item, under `stats` by type: `count`, `size`, `errors`, `errorSize` of the latest pass, and the
/// same with `Total` behind for those before.
final class ItemStatistics {

    private static final String STATS = "stats";
    private static final String[] FIGURES = {"count", "size", "errors", "errorSize"};
    private static final String[] TASKS = {"Export", "Import"};
    private static final double WAITING = 0.1;

    private ItemStatistics() {}

    /// A pass begins: what the latest one copied belongs to those before.
    static Row begun(Row item) {
        return item.withState(state -> {
            for (ItemType type : ItemType.values()) {
                ObjectNode figures = figures(state, type);
                for (String figure : FIGURES) {
                    add(figures, figure + "Total", figures.path(figure).asLong(0));
                    figures.put(figure, 0);
                }
            }
        });
    }

    /// Some of a type has been copied, some has not.
    static Row copied(Row item, ItemType type, long count, long size, long errors, long errorSize) {
        return item.withState(state -> {
            ObjectNode figures = figures(state, type);
            add(figures, "count", count);
            add(figures, "size", size);
            add(figures, "errors", errors);
            add(figures, "errorSize", errorSize);
        });
    }

    /// Errors of passes before have been repaired by the latest.
    static Row repaired(Row item, ItemType type, long count, long size) {
        return copied(item, type, count, size, 0, 0).withState(state -> {
            ObjectNode figures = figures(state, type);
            add(figures, "errorsTotal", -count);
            add(figures, "errorSizeTotal", -size);
        });
    }

    private static ObjectNode figures(ObjectNode state, ItemType type) {
        ObjectNode all = state.path(STATS).isObject() ? (ObjectNode) state.path(STATS) : state.putObject(STATS);
        return all.path(type.word()).isObject() ? (ObjectNode) all.path(type.word()) : all.putObject(type.word());
    }

    private static void add(ObjectNode figures, String figure, long more) {
        figures.put(figure, figures.path(figure).asLong(0) + more);
    }

    /// What is told of an item; empty before its first pass that copies. A pass that is copying has copied in
    /// proportion to the time that is over.
    static Optional<ObjectNode> shown(Row item, Optional<Row> latest, Instant now) {
        if (!item.state().value().has(STATS)) {
            return Optional.empty();
        }
        Row present = latest.filter(pass -> PassStatus.of(pass) == PassStatus.PROCESSING)
                .map(pass -> inProgress(item, pass, now))
                .orElse(item);
        ObjectNode shown = JsonMapper.shared().createObjectNode().put(Passes.ITEM, item.id());
        ArrayNode infos = shown.putArray("MigrationStatsInfos");
        for (String task : TASKS) {
            for (ItemType type : ItemType.values()) {
                info(
                        infos.addObject(),
                        type,
                        task,
                        present.state().value().path(STATS).path(type.word()));
            }
        }
        long millis = item.state().number("millis");
        return Optional.of(shown.put("ExportDuration", millis)
                .put("WaitExportDuration", (long) (millis * WAITING))
                .put("ImportDuration", millis)
                .put("WaitImportDuration", (long) (millis * WAITING)));
    }

    private static Row inProgress(Row item, Row pass, Instant now) {
        Instant start = pass.instant("StartDate").orElse(now);
        Duration whole = Duration.between(start, pass.state().instant("endAt").orElse(now));
        double over = whole.isZero() ? 0 : (double) Duration.between(start, now).toMillis() / whole.toMillis();
        Row present = item;
        for (ItemType type : ItemType.values()) {
            Row plan = new Row((ObjectNode) pass.state()
                    .value()
                    .path("plan")
                    .path(type.word())
                    .deepCopy()
                    .asObjectOpt()
                    .orElseGet(() -> JsonMapper.shared().createObjectNode()));
            present = copied(
                    present, type, (long) (plan.number("count") * over), (long) (plan.number("bytes") * over), 0, 0);
        }
        return present;
    }

    private static void info(ObjectNode info, ItemType type, String task, tools.jackson.databind.JsonNode figures) {
        info.put("ItemType", type.word())
                .put("TaskType", task)
                .putObject("MigrationStats")
                .put("SuccessCount", figures.path("count").asLong(0))
                .put("SuccessCountTotal", figures.path("countTotal").asLong(0))
                .put("SuccessSize", figures.path("size").asLong(0))
                .put("SuccessSizeTotal", figures.path("sizeTotal").asLong(0))
                .put("ErrorCount", figures.path("errors").asLong(0))
                .put("ErrorCountTotal", figures.path("errorsTotal").asLong(0))
                .put("ErrorSize", figures.path("errorSize").asLong(0))
                .put("ErrorSizeTotal", figures.path("errorSizeTotal").asLong(0));
    }
}
