package dev.caravan.graph.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.kiota.serialization.AdditionalDataHolder;
import com.microsoft.kiota.serialization.JsonParseNodeFactory;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import com.microsoft.kiota.serialization.ParseNode;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads answers as Microsoft's own client for Java does, with the models of its SDK: a second opinion that knows
/// nothing of the description.
final class Models {

    private static final String SCHEMA = "#/components/schemas/microsoft.graph.";
    private static final String ERRORS = "ODataErrors.";
    private static final String PACKAGE = "com.microsoft.graph.models.";
    private static final JsonParseNodeFactory READER = new JsonParseNodeFactory();

    private Models() {}

    /// What the SDK makes nothing of, by where it is.
    ///
    /// @param schema as the description has it, `#/components/schemas/microsoft.graph.user`
    static Map<String, String> faults(String schema, JsonNode body) {
        if (!schema.startsWith(SCHEMA)) {
            return Map.of();
        }
        Class<?> type = type(schema);
        try {
            Parsable model = READER.getParseNode(
                            "application/json",
                            new ByteArrayInputStream(body.toString().getBytes(UTF_8)))
                    .getObjectValue(factory(type));
            Map<String, String> faults = new LinkedHashMap<>();
            collect("", model, faults);
            return faults;
        } catch (RuntimeException unreadable) {
            return Map.of("body", "readable as " + type.getSimpleName() + ", but " + unreadable);
        }
    }

    private static void collect(String place, Object model, Map<String, String> faults) {
        if (model instanceof AdditionalDataHolder holder) {
            holder.getAdditionalData().keySet().stream()
                    .filter(name -> !name.contains("@"))
                    .forEach(name -> faults.put(
                            place + "/" + name,
                            "a property of " + model.getClass().getSimpleName()));
        }
        elements(model).forEach(element -> collect(place + "/value", element, faults));
    }

    /// The objects of a page.
    private static List<?> elements(Object model) {
        if (!model.getClass().getSimpleName().endsWith("CollectionResponse")) {
            return List.of();
        }
        return invoke(model, "getValue") instanceof List<?> objects ? objects : List.of();
    }

    private static Class<?> type(String schema) {
        String name = schema.substring(SCHEMA.length()).replaceFirst("\\.(orNull|linked)$", "");
        String folder = name.startsWith(ERRORS) ? PACKAGE + ERRORS.toLowerCase(Locale.ROOT) : PACKAGE;
        String plain = name.startsWith(ERRORS) ? name.substring(ERRORS.length()) : name;
        try {
            return Class.forName(folder + plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException("The SDK has no model of " + schema + ".", unknown);
        }
    }

    private static ParsableFactory<Parsable> factory(Class<?> type) {
        try {
            Method create = type.getMethod("createFromDiscriminatorValue", ParseNode.class);
            return node -> (Parsable) invoke(create, null, node);
        } catch (NoSuchMethodException noModel) {
            throw new IllegalStateException(type + " is no model.", noModel);
        }
    }

    private static Object invoke(Object model, String getter) {
        try {
            return invoke(model.getClass().getMethod(getter), model);
        } catch (NoSuchMethodException noGetter) {
            throw new IllegalStateException(model.getClass() + " has no " + getter + ".", noGetter);
        }
    }

    private static Object invoke(Method method, @Nullable Object object, Object... arguments) {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
