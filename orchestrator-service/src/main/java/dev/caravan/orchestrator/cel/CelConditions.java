package dev.caravan.orchestrator.cel;

import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.Scope;
import dev.caravan.orchestrator.runbook.lint.Expressions.Answer;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Answers conditions in CEL. Compiled expressions are kept, the most recently used ones first; safe for many threads.
public final class CelConditions implements Conditions {

    private static final int KEPT_MAX = 2_000;

    private final CelLanguage language = new CelLanguage();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(CelLanguage.BOUNDED)
            .build();
    private final Map<Key, CelRuntime.Program> programs = Collections.synchronizedMap(new MostRecentlyUsed());

    @Override
    public boolean holds(Condition condition, Scope scope) {
        var answer = answer(new Key(condition.cel(), Answer.TRUE_OR_FALSE), scope);
        if (answer instanceof Boolean holds) {
            return holds;
        }
        throw new IllegalArgumentException("condition `%s` answers neither yes nor no".formatted(condition));
    }

    @Override
    public long number(Expression expression, Scope scope) {
        var answer = answer(new Key(expression.cel(), Answer.WHOLE_NUMBER), scope);
        if (answer instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("`%s` is no whole number".formatted(expression));
    }

    private Object answer(Key key, Scope scope) {
        try {
            return programs.computeIfAbsent(key, this::program).eval(variables(scope));
        } catch (CelEvaluationException unanswerable) {
            throw new IllegalArgumentException(
                    "`%s` has no answer: %s".formatted(key.expression(), unanswerable.getMessage()), unanswerable);
        }
    }

    private CelRuntime.Program program(Key key) {
        try {
            return runtime.createProgram(
                    language.compile(key.expression(), key.answer()).getAst());
        } catch (CelValidationException | CelEvaluationException meaningless) {
            throw new IllegalArgumentException(
                    "`%s` has no meaning: %s".formatted(key.expression(), meaningless.getMessage()), meaningless);
        }
    }

    private static Map<String, Object> variables(Scope scope) {
        var decisions = new HashMap<String, Object>();
        scope.decisions().forEach((name, answer) -> decisions.put(name.text(), answer));
        var facts = new HashMap<String, Object>();
        scope.facts().forEach((step, told) -> facts.put(step.text(), values(told)));
        var run = Map.of(
                "id", scope.run().id(),
                "title", scope.run().title(),
                "t0", scope.run().t0(),
                "zone", scope.run().zone().getId());
        return Map.of(
                CelLanguage.DECISIONS, decisions,
                CelLanguage.FACTS, facts,
                CelLanguage.DOMAINS, scope.domains(),
                CelLanguage.RUN, run);
    }

    /// CEL knows whole numbers of 64 bits only.
    private static Map<String, Object> values(Map<String, Object> facts) {
        var values = new HashMap<String, Object>();
        facts.forEach((name, value) -> values.put(
                name,
                switch (value) {
                    case Integer number -> number.longValue();
                    case Float number -> number.doubleValue();
                    default -> value;
                }));
        return values;
    }

    private record Key(String expression, Answer answer) {}

    private static final class MostRecentlyUsed extends LinkedHashMap<Key, CelRuntime.Program> {

        MostRecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CelRuntime.Program> eldest) {
            return size() > KEPT_MAX;
        }
    }
}
