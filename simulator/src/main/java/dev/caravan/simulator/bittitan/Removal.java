package dev.caravan.simulator.bittitan;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// A `Remove-` cmdlet: one id or several.
record Removal(Table table, String what) {

    static final List<Parameter> PARAMETERS =
            List.of(Parameter.required("Id", Shape.ID.orMore()), Parameter.optional("Force", Shape.FLAG));

    List<Row> rows(Draft draft, Arguments arguments, Predicate<Row> visible) {
        return arguments.all("Id").stream()
                .map(id -> draft.find(table, id.asString().toLowerCase(Locale.ROOT))
                        .filter(visible)
                        .filter(row -> !row.flag("IsDeleted"))
                        .orElseThrow(() -> Refusal.notFound(what, id.asString())))
                .toList();
    }

    /// MSPComplete keeps what is deleted and says that it is.
    void mark(Draft draft, Row row) {
        draft.change(table, row, value -> value.put("IsDeleted", true));
        draft.effect("%s %s is deleted".formatted(what, row.id()));
    }

    /// MigrationWiz forgets it.
    void forget(Draft draft, Row row) {
        draft.remove(table, row);
        draft.effect("%s %s is deleted".formatted(what, row.id()));
    }
}
