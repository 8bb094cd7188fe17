package dev.caravan.orchestrator.runbook;

/// Answers conditions and expressions. An answer depends on the scope alone, costs a bounded number of evaluation
/// steps, and throws `IllegalArgumentException` naming the expression when the scope has no answer (a fact of a step
/// that was skipped, an overflow).
public interface Conditions {

    boolean holds(Condition condition, Scope scope);

    long number(Expression expression, Scope scope);
}
