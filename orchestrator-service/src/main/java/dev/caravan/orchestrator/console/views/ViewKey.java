package dev.caravan.orchestrator.console.views;

import java.util.Optional;

/// What a key of `caravan.run.views` names.
sealed interface ViewKey {

    String runId();

    /// `runId`
    record OfRun(String runId) implements ViewKey {}

    /// `runId/step/stepId`
    record OfStep(String runId, String stepId) implements ViewKey {}

    /// `runId/plan/gateId/number`
    record OfSentence(String runId, String gateId, int number) implements ViewKey {}

    /// Empty when the key is none of these.
    static Optional<ViewKey> parse(String key) {
        var parts = key.split("/", -1);
        return switch (parts.length) {
            case 1 -> key.isBlank() ? Optional.empty() : Optional.of(new OfRun(key));
            case 3 -> parts[1].equals("step") ? Optional.of(new OfStep(parts[0], parts[2])) : Optional.empty();
            case 4 -> parts[1].equals("plan") ? sentence(parts) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<ViewKey> sentence(String[] parts) {
        return parts[3].matches("\\d{1,9}")
                ? Optional.of(new OfSentence(parts[0], parts[2], Integer.parseInt(parts[3])))
                : Optional.empty();
    }
}
