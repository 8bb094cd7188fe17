package dev.caravan.graph.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Holds bodies against schemas of the description.
final class Bodies {

    private static final String DOCUMENT = "https://graph.microsoft.com/v1.0/description.json";
    private static final Pattern BRANCH = Pattern.compile("^(.*?)/anyOf/([0-9]+)(/.*)?$");

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    Bodies(JsonNode description) {
        String written = description.toString();
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(), registry -> registry.schemas(Map.of(DOCUMENT, written)));
    }

    /// What is wrong, by where it is.
    ///
    /// @param pointer of the schema
    Map<String, String> faults(String pointer, JsonNode body) {
        Schema schema =
                schemas.computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + at)));
        List<Error> errors = schema.validate(
                body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        return nearest(errors).stream()
                .collect(
                        Collectors.toMap(Bodies::property, Error::getMessage, (first, _) -> first, LinkedHashMap::new));
    }

    private static String property(Error error) {
        String parent = error.getInstanceLocation().toString();
        return error.getProperty() == null ? parent.isEmpty() ? "/" : parent : parent + "/" + error.getProperty();
    }

    /// Of what may have several types only the complaints of the nearest one, which is what was meant.
    private static List<Error> nearest(List<Error> errors) {
        List<Error> nearest = new ArrayList<>();
        Map<String, Map<String, List<Error>>> choices = new LinkedHashMap<>();
        for (Error error : errors) {
            Matcher branch = BRANCH.matcher(error.getEvaluationPath().toString());
            if (branch.matches()) {
                choices.computeIfAbsent(place(error, branch.group(1)), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(branch.group(2), _ -> new ArrayList<>())
                        .add(error);
            } else {
                nearest.add(error);
            }
        }
        choices.values()
                .forEach(branches -> nearest.addAll(branches.values().stream()
                        .min(Comparator.comparingInt(List::size))
                        .orElseThrow()));
        return nearest;
    }

    /// The object that has a choice of types: one of a list's, or the whole.
    private static String place(Error error, String above) {
        return above.endsWith("/items")
                ? error.getInstanceLocation().toString().replaceFirst("^(/value/[0-9]+).*$", "$1")
                : "";
    }
}
