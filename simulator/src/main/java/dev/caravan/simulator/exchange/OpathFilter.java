package dev.caravan.simulator.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A recipient filter: `(Property -op 'value') -and -not (…)`. Of a property with several values one has to match, or
/// none where the operator says not.
final class OpathFilter {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\(|\\)|-[A-Za-z]+|'(?:[^']|'')*'|\"[^\"]*\"|\\$[A-Za-z]+|[A-Za-z0-9_.]+)");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private OpathFilter(String written) {
        Matcher token = TOKEN.matcher(written);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (!written.substring(end).isBlank()) {
            throw invalid(written.substring(end));
        }
    }

    /// Reads a filter; one that cannot be read is the caller's error.
    static Predicate<JsonNode> parse(String written) {
        OpathFilter filter = new OpathFilter(written);
        Predicate<JsonNode> whole = filter.disjunction();
        if (filter.next < filter.tokens.size()) {
            throw invalid(filter.tokens.get(filter.next));
        }
        return whole;
    }

    private Predicate<JsonNode> disjunction() {
        Predicate<JsonNode> left = conjunction();
        while (accept("-or")) {
            left = left.or(conjunction());
        }
        return left;
    }

    private Predicate<JsonNode> conjunction() {
        Predicate<JsonNode> left = negation();
        while (accept("-and")) {
            left = left.and(negation());
        }
        return left;
    }

    private Predicate<JsonNode> negation() {
        if (accept("-not")) {
            return negation().negate();
        }
        if (accept("(")) {
            Predicate<JsonNode> inner = disjunction();
            if (!accept(")")) {
                throw invalid("the end, where a ) is expected");
            }
            return inner;
        }
        return comparison(take(), take().toLowerCase(Locale.ROOT), take());
    }

    private static Predicate<JsonNode> comparison(String property, String operator, String written) {
        String value = unquoted(written);
        return switch (operator) {
            case "-eq" -> object -> anyOf(object, property, text -> text.equalsIgnoreCase(value));
            case "-ne" -> object -> !anyOf(object, property, text -> text.equalsIgnoreCase(value));
            case "-like" -> object -> anyOf(object, property, wildcard(value));
            case "-notlike" -> object -> !anyOf(object, property, wildcard(value));
            default -> throw invalid(operator);
        };
    }

    private static Predicate<String> wildcard(String value) {
        String expression = Pattern.quote(value).replace("*", "\\E.*\\Q");
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .asMatchPredicate();
    }

    private static boolean anyOf(JsonNode object, String property, Predicate<String> wanted) {
        JsonNode value = object.properties().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(property))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
        return value.isArray()
                ? value.valueStream().anyMatch(one -> wanted.test(one.asString("")))
                : wanted.test(value.asString(""));
    }

    private static String unquoted(String written) {
        return switch (written.charAt(0)) {
            case '\'' -> written.substring(1, written.length() - 1).replace("''", "'");
            case '"' -> written.substring(1, written.length() - 1);
            case '$' -> written.equalsIgnoreCase("$null") ? "" : written.substring(1);
            default -> written;
        };
    }

    private boolean accept(String wanted) {
        if (next < tokens.size() && tokens.get(next).equalsIgnoreCase(wanted)) {
            next++;
            return true;
        }
        return false;
    }

    private String take() {
        if (next >= tokens.size()) {
            throw invalid("the end");
        }
        return tokens.get(next++);
    }

    private static CmdletError invalid(String where) {
        return CmdletError.badValue(
                "Cannot bind parameter 'Filter' to the target. Exception setting \"Filter\": \"Invalid filter"
                        + " syntax at " + where.strip() + ".\"");
    }
}
