package dev.caravan.orchestrator.runbook.lint;

import java.util.HashMap;
import java.util.Map;

/// Reads each expression once, because many rules ask for it.
final class Remembered implements Expressions {

    private final Expressions expressions;
    private final Map<String, Understood> conditions = new HashMap<>();
    private final Map<String, Understood> numbers = new HashMap<>();

    Remembered(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public Understood read(String expression, Answer answer) {
        var known = switch (answer) {
            case TRUE_OR_FALSE -> conditions;
            case WHOLE_NUMBER -> numbers;
        };
        return known.computeIfAbsent(expression, text -> expressions.read(text, answer));
    }
}
