package dev.caravan.schemas;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/// One thing that a step may say `with:` a command, typed by the IDL.
///
/// @param name the field's name
/// @param schema its type
/// @param required whether it has no default
/// @param doc what the IDL says of it; empty if nothing
/// @param isRole whether the step names a role, and the worker gets the run's connection in that role
public record Argument(
        String name,
        Schema schema,
        boolean required,
        String doc,
        @Nullable Object defaultValue,
        boolean isRole) {

    private static final Schema ROLE =
            Schema.createEnum("Role", null, Argument.class.getPackageName(), CommandType.ROLES);

    static Argument of(Schema.Field field) {
        boolean isRole = field.getObjectProp("connection") != null;
        return new Argument(
                field.name(),
                isRole ? ROLE : field.schema(),
                !field.hasDefaultValue(),
                Optional.ofNullable(field.doc()).orElse(""),
                field.hasDefaultValue() ? SpecificData.get().getDefaultValue(field) : null,
                isRole);
    }

    /// The type in words for people who write runbooks.
    public String typeName() {
        return typeName(schema);
    }

    /// What is wrong with a value that was read from YAML; empty if nothing is.
    public Optional<String> problemWith(@Nullable Object value) {
        if (value == null) {
            return required ? Optional.of(name + " is missing") : Optional.empty();
        }
        try {
            Object ignored = converted(schema, value);
            return ignored == null && !isOptional(schema) ? Optional.of(expected()) : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(expected());
        }
    }

    @Nullable
    Object value(@Nullable Object given) {
        Optional<String> problem = problemWith(given);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        return given == null ? defaultValue : converted(schema, given);
    }

    private String expected() {
        return name + " must be " + typeName();
    }

    private static @Nullable Object converted(Schema schema, Object value) {
        return switch (schema.getType()) {
            case INT -> integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
            case LONG -> integer(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> cast(Number.class, value).doubleValue();
            case BOOLEAN -> cast(Boolean.class, value);
            case STRING -> cast(String.class, value);
            case ENUM -> symbol(schema, cast(String.class, value));
            case ARRAY ->
                cast(List.class, value).stream()
                        .map(item -> converted(schema.getElementType(), Objects.requireNonNull(item)))
                        .toList();
            case MAP -> entries(schema.getValueType(), cast(Map.class, value));
            case UNION -> converted(nonNull(schema), value);
            default -> throw new IllegalArgumentException("no argument can be a " + schema.getType());
        };
    }

    private static Map<String, Object> entries(Schema valueType, Map<?, ?> map) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> cast(String.class, entry.getKey()),
                        entry -> Objects.requireNonNull(
                                converted(valueType, Objects.requireNonNull(entry.getValue())))));
    }

    private static Object symbol(Schema schema, String symbol) {
        if (!schema.hasEnumSymbol(symbol)) {
            throw new IllegalArgumentException(symbol);
        }
        return SpecificData.get().createEnum(symbol, schema);
    }

    private static Long integer(Object value, long min, long max) {
        if (!(value instanceof Integer || value instanceof Long)) {
            throw new IllegalArgumentException("not a whole number");
        }
        long number = ((Number) value).longValue();
        if (number < min || number > max) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    private static <T> T cast(Class<T> type, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static String typeName(Schema schema) {
        return switch (schema.getType()) {
            case INT, LONG -> "a whole number";
            case DOUBLE -> "a number";
            case BOOLEAN -> "true or false";
            case STRING -> "a text";
            case ENUM -> "one of " + String.join(", ", schema.getEnumSymbols());
            case ARRAY -> "a list, each item " + typeName(schema.getElementType());
            case MAP -> "a map, each value " + typeName(schema.getValueType());
            case UNION -> typeName(nonNull(schema));
            default -> schema.getType().getName();
        };
    }

    private static boolean isOptional(Schema schema) {
        return schema.isNullable();
    }

    private static Schema nonNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
