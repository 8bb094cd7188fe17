package dev.caravan.orchestrator.cel;

import dev.caravan.orchestrator.runbook.lint.Expressions;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Compiles expressions and finds out what they ask for.
public final class CelExpressions implements Expressions {

    private static final Pattern WRONG_TYPE = Pattern.compile("expected type '(.*)' but found '(.*)'");

    private final CelLanguage language = new CelLanguage();

    @Override
    public Understood read(String expression, Answer answer) {
        var result = language.compile(expression, answer);
        try {
            return new References(CelNavigableAst.fromAst(result.getAst())).understood();
        } catch (CelValidationException _) {
            return new Understood(faults(expression, result), Set.of(), Set.of(), Set.of());
        }
    }

    private static List<Fault> faults(String expression, CelValidationResult result) {
        return result.getErrors().stream()
                .map(issue -> fault(expression, issue))
                .toList();
    }

    private static Fault fault(String expression, CelIssue issue) {
        var type = WRONG_TYPE.matcher(issue.getMessage());
        return type.matches()
                ? new Fault(0, "it must answer %s and answers %s".formatted(type.group(1), type.group(2)))
                : new Fault(offset(expression, issue), issue.getMessage().replace(" (in container '')", ""));
    }

    private static int offset(String expression, CelIssue issue) {
        var offset = 0;
        for (var line = 1; line < issue.getSourceLocation().getLine(); line++) {
            offset = expression.indexOf('\n', offset) + 1;
        }
        return Math.clamp(offset + issue.getSourceLocation().getColumn(), 0, expression.length());
    }
}
