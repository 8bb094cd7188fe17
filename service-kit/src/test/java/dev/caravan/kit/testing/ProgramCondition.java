package dev.caravan.kit.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Answers [NeedsProgram].
final class ProgramCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class)
                .map(ProgramCondition::evaluate)
                .orElseGet(() -> ConditionEvaluationResult.enabled("needs no program"));
    }

    private static ConditionEvaluationResult evaluate(NeedsProgram needed) {
        return Files.isExecutable(Path.of(needed.value()))
                ? ConditionEvaluationResult.enabled(needed.value() + " is installed")
                : ConditionEvaluationResult.disabled(
                        "needs " + needed.value() + " of Debian's package " + needed.debianPackage());
    }
}
