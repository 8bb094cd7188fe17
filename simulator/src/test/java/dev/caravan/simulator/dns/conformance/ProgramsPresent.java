package dev.caravan.simulator.dns.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Looks for the programs that a test class needs.
final class ProgramsPresent implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<NeedsPrograms> needs = AnnotationSupport.findAnnotation(context.getElement(), NeedsPrograms.class);
        List<String> missing = needs.stream()
                .flatMap(wanted -> Stream.of(wanted.value()))
                .filter(program -> find(program).isEmpty())
                .toList();
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("all programs are installed")
                : ConditionEvaluationResult.disabled("not installed: " + missing + "; apt-get install "
                        + needs.map(NeedsPrograms::packages).orElse(""));
    }

    static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
