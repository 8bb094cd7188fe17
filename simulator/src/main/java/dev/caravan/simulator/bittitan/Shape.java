package dev.caravan.simulator.bittitan;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a parameter takes.
///
/// @param expected what it must be, for whoever gives something else
/// @param oldFilter how the older filters call it: `FilterBy_Guid_Id`
record Shape(String expected, String oldFilter, Predicate<JsonNode> rule) {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /// As far as dates of .NET reach.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    static final Shape TEXT = new Shape("a text", "String_", JsonNode::isString);
    static final Shape NAME = new Shape(
            "a text that is not blank", "String_", value -> !value.asString("").isBlank());
    static final Shape ADDRESS_TEXT = new Shape(
            "an e-mail address",
            "String_",
            value -> ADDRESS.matcher(value.asString("")).matches());
    static final Shape ID = new Shape("a GUID", "Guid_", value -> isGuid(value.asString("")));
    static final Shape FLAG =
            new Shape("True or False", "Boolean_", value -> value.isBoolean() || isFlagWord(value.asString("")));
    static final Shape INSTANT =
            new Shape("an instant in UTC such as 2026-12-01T08:00:00Z", "DateTime_", Shape::isInstant);
    static final Shape MAP = new Shape(
            "an object of texts",
            "",
            value -> value.isObject() && value.valueStream().allMatch(JsonNode::isString));
    static final Shape OBJECT = new Shape(
            "an object with its Id", "", value -> isGuid(value.path("Id").asString("")));

    static boolean isGuid(String text) {
        return GUID.matcher(text).matches();
    }

    private static boolean isFlagWord(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static boolean isInstant(JsonNode value) {
        try {
            Instant instant = Instant.parse(value.asString(""));
            return value.asString().endsWith("Z") && !instant.isBefore(FIRST) && !instant.isAfter(LAST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    static Shape number(int min, int max) {
        return new Shape(
                "a whole number from " + min + " to " + max,
                "Int32_",
                value -> value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.asInt() >= min
                        && value.asInt() <= max);
    }

    static Shape word(String... words) {
        Set<String> known = Set.of(words);
        return new Shape("one of " + String.join(", ", words), "", value -> known.contains(value.asString("")));
    }

    /// One or more words in one text, with commas between them.
    static Shape words(List<String> words) {
        return new Shape(
                "one or more of " + String.join(",", words),
                "",
                value -> !value.asString("").isBlank()
                        && Arrays.stream(value.asString().split(",", -1))
                                .map(String::strip)
                                .allMatch(words::contains));
    }

    /// One, or a list of them.
    Shape orMore() {
        return new Shape(
                expected + ", or a list of them",
                oldFilter,
                value -> value.isArray()
                        ? !value.isEmpty() && value.valueStream().allMatch(rule)
                        : rule.test(value));
    }

    /// An object of a .NET type with some of these properties.
    static Shape configuration(String type) {
        Set<String> known = new TreeSet<>(Set.of(
                "@type",
                "UseAdministrativeCredentials",
                "AdministrativeUsername",
                "AdministrativePassword",
                "ExchangeItemType",
                "ModernAuthClientId",
                "ModernAuthTenantId",
                "ModernAuthClientSecret"));
        return new Shape(
                "an object of @type " + type + " with properties among " + known
                        + ", all of them texts but UseAdministrativeCredentials, and ExchangeItemType Mail",
                "",
                value -> value.isObject()
                        && value.path("@type").asString("").equals(type)
                        && value.propertyNames().stream().allMatch(known::contains)
                        && value.properties().stream()
                                .allMatch(property -> property.getKey().equals("UseAdministrativeCredentials")
                                        ? property.getValue().isBoolean()
                                        : property.getValue().isString()
                                                || property.getValue().isNull())
                        && value.path("ExchangeItemType").asString("Mail").equals("Mail"));
    }
}
