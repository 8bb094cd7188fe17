package dev.caravan.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Answers [NeedsDebian].
final class NeedsDebianCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsDebian.class)
                .map(NeedsDebianCondition::evaluate)
                .orElseGet(() -> ConditionEvaluationResult.enabled("needs nothing of Debian"));
    }

    private static ConditionEvaluationResult evaluate(NeedsDebian needed) {
        return Files.exists(Path.of(needed.file()))
                ? ConditionEvaluationResult.enabled(needed.file() + " is there")
                : ConditionEvaluationResult.disabled("needs Debian's package " + needed.pkg());
    }
}
