package dev.caravan.orchestrator.console.documents;

import dev.caravan.schemas.run.OpenDecision;
import java.util.List;

/// What an open gate asks beside yes or no.
///
/// @param type `boolean`, `choice` or `text`
/// @param options what may be answered; empty for text
/// @param byDefault empty when there is none
public record DecisionDocument(String name, String question, String type, List<String> options, String byDefault) {

    static DecisionDocument of(OpenDecision decision) {
        return new DecisionDocument(
                decision.getName(),
                decision.getQuestion(),
                decision.getType(),
                decision.getOptions(),
                decision.getByDefault());
    }
}
