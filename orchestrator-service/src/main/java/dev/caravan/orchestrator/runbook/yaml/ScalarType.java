package dev.caravan.orchestrator.runbook.yaml;

import java.util.regex.Pattern;

/// What YAML 1.2 takes an unquoted word for. `yes`, `no`, `on` and `off` are text.
enum ScalarType {
    TEXT("text"),
    WHOLE("a number"),
    FRACTION("a number"),
    TRUTH("true or false"),
    NOTHING("nothing");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d{1,3})?");
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");

    private final String words;

    ScalarType(String words) {
        this.words = words;
    }

    static ScalarType of(String text, boolean quoted) {
        if (quoted) {
            return TEXT;
        }
        if (WHOLE_NUMBER.matcher(text).matches()) {
            return WHOLE;
        }
        if (NUMBER.matcher(text).matches()) {
            return FRACTION;
        }
        if (TRUE_OR_FALSE.matcher(text).matches()) {
            return TRUTH;
        }
        return NULL.matcher(text).matches() ? NOTHING : TEXT;
    }

    Object value(String text) {
        return switch (this) {
            case TEXT -> text;
            case WHOLE -> Long.valueOf(text);
            case FRACTION -> Double.valueOf(text);
            case TRUTH -> Boolean.valueOf(text);
            case NOTHING -> "";
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
