package dev.caravan.orchestrator.console.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong with a JSON text to somebody who does not know our code.
final class JsonFault {

    private JsonFault() {}

    static String inWords(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> "there is no such field; known are " + known(unknown);
            case MismatchedInputException mismatched -> "not " + wanted(mismatched.getTargetType());
            default -> fault.getOriginalMessage();
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var ids = unknown.getKnownPropertyIds();
        return ids == null || ids.isEmpty()
                ? "none"
                : String.join(", ", ids.stream().map(Object::toString).sorted().toList());
    }

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "what is expected here";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "a number" : "an object";
    }
}
