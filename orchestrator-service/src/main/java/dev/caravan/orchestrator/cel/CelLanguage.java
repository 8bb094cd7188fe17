package dev.caravan.orchestrator.cel;

import dev.caravan.orchestrator.runbook.lint.Expressions.Answer;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;

/// What expressions may speak of, and how large they may grow.
final class CelLanguage {

    static final String DECISIONS = "decisions";
    static final String FACTS = "facts";
    static final String DOMAINS = "domains";
    static final String RUN = "run";

    static final CelOptions BOUNDED = CelOptions.current()
            .maxExpressionCodePointSize(1_000)
            .maxParseRecursionDepth(50)
            .maxParseExpressionNodeCount(500)
            .comprehensionMaxIterations(10_000)
            .maxRegexProgramSize(1_000)
            .errorOnIntWrap(true)
            .build();

    private final CelCompiler conditions = compiler(SimpleType.BOOL);
    private final CelCompiler numbers = compiler(SimpleType.INT);

    CelValidationResult compile(String expression, Answer answer) {
        return switch (answer) {
            case TRUE_OR_FALSE -> conditions.compile(expression);
            case WHOLE_NUMBER -> numbers.compile(expression);
        };
    }

    private static CelCompiler compiler(CelType result) {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(BOUNDED)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar(DECISIONS, MapType.create(SimpleType.STRING, SimpleType.STRING))
                .addVar(FACTS, MapType.create(SimpleType.STRING, MapType.create(SimpleType.STRING, SimpleType.DYN)))
                .addVar(DOMAINS, ListType.create(SimpleType.STRING))
                .addVar(RUN, MapType.create(SimpleType.STRING, SimpleType.DYN))
                .setResultType(result)
                .build();
    }
}
