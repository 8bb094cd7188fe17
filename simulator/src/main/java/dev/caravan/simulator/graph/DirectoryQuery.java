package dev.caravan.simulator.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `$filter` and `$count` of users and groups. What needs an index that follows late is answered only to whoever says
/// so: with `ConsistencyLevel: eventual` and `$count=true`.
///
/// Source: Microsoft Graph, advanced query capabilities on directory objects.
record DirectoryQuery(GraphRequest request) {

    private static final String FILTER = "$filter";
    private static final String COUNT = "$count";
    private static final Set<String> COLLECTIONS = Set.of("users", "groups");
    private static final Set<String> ADVANCED_LISTS = Set.of("proxyAddresses");
    private static final String TERM = "(?<function>startsWith|endsWith)\\((?<of>\\w+),\\s*'(?<part>(?:[^']|'')*)'\\)"
            + "|(?<property>\\w+) (?<operator>eq|ne) (?<value>'(?:[^']|'')*'|true|false|null)";
    private static final Pattern ONE = Pattern.compile(TERM, Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY =
            Pattern.compile("(?<list>\\w+)/any\\((?<name>\\w+):\\s*(?<term>.*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT =
            Pattern.compile("not\\s*\\((?<in>.*)\\)|not\\s+(?<bare>.*)", Pattern.CASE_INSENSITIVE);

    /// The options that these collections have beyond those that all have.
    static boolean knows(GraphRequest request, String option) {
        return request.method().equals("GET")
                && request.path().size() == 1
                && COLLECTIONS.contains(request.path().getFirst())
                && (option.equals(FILTER) || option.equals(COUNT));
    }

    List<ObjectNode> of(List<ObjectNode> all) {
        boolean counting = request.option(COUNT).filter("true"::equals).isPresent();
        if (counting && !request.eventual()) {
            throw GraphError.unsupportedQuery("$count is not currently supported without ConsistencyLevel:eventual.");
        }
        return request.option(FILTER)
                .map(written -> all.stream().filter(filter(written.strip())).toList())
                .orElse(all);
    }

    private Predicate<JsonNode> filter(String written) {
        Matcher not = NOT.matcher(written);
        if (not.matches()) {
            requireAdvanced("not");
            String in = not.group("in");
            return filter((in == null ? not.group("bare") : in).strip()).negate();
        }
        Matcher any = ANY.matcher(written);
        if (any.matches()) {
            String list = any.group("list");
            if (ADVANCED_LISTS.contains(list)) {
                requireAdvanced(list);
            }
            Matcher term = term(any.group("term"));
            if (!any.group("name").equals(subject(term))) {
                throw GraphError.unsupportedQuery("Unsupported or invalid query filter clause specified: " + written);
            }
            return object -> object.path(list).valueStream().anyMatch(term(term));
        }
        Matcher term = term(written);
        String property = subject(term);
        return object -> term(term).test(object.path(property));
    }

    private Matcher term(String written) {
        Matcher term = ONE.matcher(written.strip());
        if (!term.matches()) {
            throw GraphError.unsupportedQuery("Unsupported or invalid query filter clause specified: " + written);
        }
        Stream.of("endsWith", "ne")
                .filter(advanced -> advanced.equalsIgnoreCase(term.group("function"))
                        || advanced.equalsIgnoreCase(term.group("operator")))
                .forEach(this::requireAdvanced);
        return term;
    }

    private static String subject(Matcher term) {
        return term.group("of") == null ? term.group("property") : term.group("of");
    }

    private static Predicate<JsonNode> term(Matcher term) {
        if (term.group("function") != null) {
            BiPredicate<String, String> function =
                    term.group("function").equalsIgnoreCase("endsWith") ? String::endsWith : String::startsWith;
            String part = unquoted(term.group("part"));
            return value -> value.isString() && function.test(lower(value.asString()), part);
        }
        String wanted = term.group("value");
        Predicate<JsonNode> equal = wanted.startsWith("'")
                ? value -> value.isString()
                        && lower(value.asString()).equals(unquoted(wanted.substring(1, wanted.length() - 1)))
                : value -> (value.isMissingNode() ? "null" : value.toString()).equalsIgnoreCase(wanted);
        return term.group("operator").equalsIgnoreCase("ne") ? equal.negate() : equal;
    }

    private static String unquoted(String written) {
        return lower(written.replace("''", "'"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void requireAdvanced(String what) {
        if (!request.eventual() || request.option(COUNT).filter("true"::equals).isEmpty()) {
            throw GraphError.unsupportedQuery("Operator or property '" + what + "' is not supported because the"
                    + " 'ConsistencyLevel:eventual' header or '$count=true' is missing. Refer to"
                    + " https://aka.ms/graph-docs/advanced-queries for more information.");
        }
    }
}
