package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.Scope;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.Map;
import java.util.regex.Pattern;

/// Conditions without CEL: `yes`, `no`, `decided name`, a number, or `fact step name`; anything else has no answer.
final class Given {

    private static final Pattern DECIDED = Pattern.compile("decided (\\S+)");
    private static final Pattern FACT = Pattern.compile("fact (\\S+) (\\S+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Given() {}

    static Conditions conditions() {
        return new Conditions() {
            @Override
            public boolean holds(Condition condition, Scope scope) {
                var decided = DECIDED.matcher(condition.cel());
                if (decided.matches()) {
                    return "true".equals(scope.decisions().get(DecisionName.parse(decided.group(1))));
                }
                return switch (condition.cel()) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> number(new Expression(condition.cel()), scope) > 0;
                };
            }

            @Override
            public long number(Expression expression, Scope scope) {
                if (NUMBER.matcher(expression.cel()).matches()) {
                    return Long.parseLong(expression.cel());
                }
                var fact = FACT.matcher(expression.cel());
                if (fact.matches()
                        && scope.facts()
                                        .getOrDefault(StepId.parse(fact.group(1)), Map.of())
                                        .get(fact.group(2))
                                instanceof Long number) {
                    return number;
                }
                throw new IllegalArgumentException("'" + expression + "' has no answer");
            }
        };
    }
}
