package dev.caravan.orchestrator.cel;

import dev.caravan.orchestrator.runbook.lint.Expressions.FactUse;
import dev.caravan.orchestrator.runbook.lint.Expressions.Understood;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds `decisions.x`, `facts["step"].field` and `"step" in facts` in an expression, however they are written.
final class References {

    private static final String INDEX = "_[_]";
    private static final String IN = "@in";

    private final Set<String> decisions = new HashSet<>();
    private final Set<FactUse> facts = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    References(CelNavigableAst ast) {
        ast.getRoot().allNodes().map(CelNavigableExpr::expr).forEach(this::note);
    }

    Understood understood() {
        return new Understood(List.of(), decisions, facts, asked);
    }

    private void note(CelExpr expr) {
        memberOf(CelLanguage.DECISIONS, expr).ifPresent(decisions::add);
        memberOf(CelLanguage.FACTS, expr).ifPresent(step -> facts.add(new FactUse(step, Optional.empty())));
        operand(expr)
                .flatMap(operand -> memberOf(CelLanguage.FACTS, operand))
                .ifPresent(step -> member(expr).ifPresent(fact -> facts.add(new FactUse(step, Optional.of(fact)))));
        if (expr.getKind() == Kind.CALL && expr.call().function().equals(IN)) {
            noteAsked(expr.call().args().get(0), expr.call().args().get(1));
        }
    }

    private void noteAsked(CelExpr key, CelExpr map) {
        text(key).ifPresent(name -> {
            if (isVariable(CelLanguage.FACTS, map)) {
                asked.add(name);
                facts.add(new FactUse(name, Optional.empty()));
            } else if (isVariable(CelLanguage.DECISIONS, map)) {
                decisions.add(name);
            }
        });
    }

    /// `variable.member` or `variable["member"]`.
    private static Optional<String> memberOf(String variable, CelExpr expr) {
        return operand(expr).filter(operand -> isVariable(variable, operand)).flatMap(_ -> member(expr));
    }

    private static Optional<CelExpr> operand(CelExpr expr) {
        return switch (expr.getKind()) {
            case SELECT -> Optional.of(expr.select().operand());
            case CALL ->
                expr.call().function().equals(INDEX)
                        ? Optional.of(expr.call().args().getFirst())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> member(CelExpr expr) {
        return expr.getKind() == Kind.SELECT
                ? Optional.of(expr.select().field())
                : text(expr.call().args().get(1));
    }

    private static Optional<String> text(CelExpr expr) {
        return expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expr.constant().stringValue())
                : Optional.empty();
    }

    private static boolean isVariable(String variable, CelExpr expr) {
        return expr.getKind() == Kind.IDENT && expr.ident().name().equals(variable);
    }
}
