package dev.caravan.orchestrator.runbook.yaml;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Lists what may be written.
final class Choice {

    private Choice() {}

    static String of(Object[] choices) {
        return Arrays.stream(choices).map(Object::toString).collect(Collectors.joining(", "));
    }
}
