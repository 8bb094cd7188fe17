package dev.caravan.simulator.bittitan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A `Get-` cmdlet: filters, order, and pages of a hundred rows at most unless all are asked for.
record Query(Table table, List<Parameter> filters) {

    private static final int PAGE_MAX = 100;
    private static final String OFFSET = "PageOffset";
    private static final String SIZE = "PageSize";
    private static final String ALL = "RetrieveAll";

    /// Every filter takes several values as well, any of which will do.
    static Query of(Table table, Parameter... filters) {
        return new Query(
                table,
                Stream.of(filters)
                        .map(filter ->
                                new Parameter(filter.name(), filter.shape().orMore(), filter.required()))
                        .toList());
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(filters);
        parameters.add(Parameter.optional(OFFSET, Shape.number(0, Integer.MAX_VALUE)));
        parameters.add(Parameter.optional(SIZE, Shape.number(1, PAGE_MAX)));
        parameters.add(Parameter.optional(ALL, Shape.FLAG));
        parameters.add(Parameter.optional(ascending(), Shape.FLAG));
        parameters.add(Parameter.optional(descending(), Shape.FLAG));
        return parameters;
    }

    private String ascending() {
        return "SortBy_" + table.created() + "_Ascending";
    }

    private String descending() {
        return "SortBy_" + table.created() + "_Descending";
    }

    List<JsonNode> run(Draft draft, Predicate<Row> visible, Arguments arguments) {
        return run(draft, visible, arguments, Row::shown);
    }

    List<JsonNode> run(Draft draft, Predicate<Row> visible, Arguments arguments, Function<Row, ObjectNode> shown) {
        return of(draft.all(table).filter(visible), arguments, shown);
    }

    /// @param rows in the order of their creation
    List<JsonNode> of(Stream<Row> rows, Arguments arguments, Function<Row, ObjectNode> shown) {
        List<Row> found = rows.filter(row -> meets(row, arguments)).collect(Collectors.toCollection(ArrayList::new));
        if (arguments.flag(descending())) {
            Collections.reverse(found);
        }
        long size = arguments.flag(ALL) ? Long.MAX_VALUE : arguments.number(SIZE, PAGE_MAX);
        return found.stream()
                .skip(arguments.number(OFFSET, 0))
                .limit(size)
                .<JsonNode>map(shown)
                .toList();
    }

    private boolean meets(Row row, Arguments arguments) {
        return filters.stream()
                .filter(filter -> arguments.has(filter.name()))
                .allMatch(filter -> arguments.all(filter.name()).stream()
                        .anyMatch(wanted -> meets(row.value().path(filter.name()), wanted)));
    }

    private static boolean meets(JsonNode value, JsonNode wanted) {
        if (value.isBoolean()) {
            return value.asBoolean() == Arguments.isTrue(wanted);
        }
        return Optional.of(value)
                .filter(JsonNode::isString)
                .filter(text ->
                        pattern(wanted.asString("")).matcher(text.asString()).matches())
                .isPresent();
    }

    /// A per cent sign stands for anything.
    private static Pattern pattern(String wanted) {
        String pattern = Stream.of(wanted.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
