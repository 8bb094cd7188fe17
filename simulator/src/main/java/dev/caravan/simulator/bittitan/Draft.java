package dev.caravan.simulator.bittitan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What one call or one event changes in an account; nobody else sees it before it is kept.
final class Draft {

    private final Books books;
    private final Instant now;
    private final Map<Key, Books.Edit> edits = new LinkedHashMap<>();
    private final List<String> effects = new ArrayList<>();

    Draft(Books books, Instant now) {
        this.books = books;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    private record Key(Table table, String id) {}

    /// The simulated instant at which it happens.
    Instant now() {
        return now;
    }

    Workgroup workgroup() {
        return books.workgroup();
    }

    Stream<Row> all(Table table) {
        Stream<Row> known =
                books.all(table).stream().flatMap(row -> edited(table, row.id()).orElse(Optional.of(row)).stream());
        Stream<Row> more = edits.values().stream()
                .filter(edit ->
                        edit.table() == table && books.find(table, edit.id()).isEmpty())
                .flatMap(edit -> edit.row().stream());
        return Stream.concat(known, more);
    }

    Optional<Row> find(Table table, String id) {
        return edited(table, id).orElseGet(() -> books.find(table, id));
    }

    private Optional<Optional<Row>> edited(Table table, String id) {
        return Optional.ofNullable(edits.get(new Key(table, id))).map(Books.Edit::row);
    }

    /// Begins a new row.
    ObjectNode blank(Table table) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("Id", UUID.randomUUID().toString())
                .put(table.created(), now.toString())
                .put(table.updated(), now.toString())
                .put("Version", 1);
    }

    Row add(Table table, ObjectNode value) {
        Row row = new Row(value);
        put(table, row.id(), Optional.of(row));
        return row;
    }

    /// Changes a row that callers see.
    Row change(Table table, Row row, Consumer<ObjectNode> change) {
        Row changed = row.with(value -> {
            change.accept(value);
            value.put(table.updated(), now.toString()).put("Version", row.number("Version") + 1);
        });
        put(table, row.id(), Optional.of(changed));
        return changed;
    }

    /// Keeps a row as it is given.
    Row keep(Table table, Row row) {
        put(table, row.id(), Optional.of(row));
        return row;
    }

    void remove(Table table, Row row) {
        put(table, row.id(), Optional.empty());
    }

    private void put(Table table, String id, Optional<Row> row) {
        edits.put(new Key(table, id), new Books.Edit(table, id, row));
    }

    /// Says what has changed, for the ledger.
    void effect(String sentence) {
        effects.add(sentence);
    }

    List<String> effects() {
        return List.copyOf(effects);
    }

    List<Books.Edit> edits() {
        return List.copyOf(edits.values());
    }

    JsonNode written() {
        ObjectNode written = JsonMapper.shared()
                .createObjectNode()
                .put("world", workgroup().world().name());
        ArrayNode list = written.putArray("edits");
        edits.values().forEach(edit -> list.add(edit.written()));
        return written;
    }
}
