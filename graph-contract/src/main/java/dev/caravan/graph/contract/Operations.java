package dev.caravan.graph.contract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Finds what the description says of a call.
final class Operations {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /// Namespaces in which actions, functions and types may be written or not.
    private static final Pattern NAMESPACE = Pattern.compile("/(microsoft\\.)?graph\\.");

    private final JsonNode description;
    private final List<Template> templates;

    Operations(JsonNode description) {
        this.description = description;
        this.templates = description.path("paths").propertyNames().stream()
                .map(Template::of)
                .sorted(Comparator.comparingInt(Template::variables))
                .toList();
    }

    private record Template(String path, Pattern pattern, int variables) {

        static Template of(String path) {
            String plain = NAMESPACE.matcher(path).replaceAll("/");
            Matcher variable = VARIABLE.matcher(plain);
            String pattern =
                    Arrays.stream(VARIABLE.split(plain, -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
            return new Template(
                    path, Pattern.compile(pattern), (int) variable.results().count());
        }
    }

    /// Of several that fit, the one that leaves the least open.
    Optional<Operation> of(Exchange call) {
        String method = call.method().toLowerCase(Locale.ROOT);
        String path = NAMESPACE.matcher(segments(call.path())).replaceAll("/");
        return templates.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .findFirst()
                .filter(template ->
                        description.path("paths").path(template.path()).has(method))
                .map(template -> new Operation(description, template.path(), method));
    }

    /// Decoded, but for a stroke within a segment.
    private static String segments(String path) {
        return Exchange.decoded(path.replace("+", "%2B").replaceAll("(?i)%2f", "%252F"));
    }
}
