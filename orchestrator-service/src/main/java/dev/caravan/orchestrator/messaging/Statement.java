package dev.caravan.orchestrator.messaging;

import java.util.ArrayList;
import java.util.List;

/// What people said about a step.
///
/// @param approvedBy who approved the gate, in that order
/// @param answer the answer of a task, or the reason of a rejection or of going on without the step
/// @param answeredBy who said that
/// @param evidence what proves the answer
public record Statement(List<String> approvedBy, String answer, String answeredBy, String evidence) {

    public static final Statement NONE = new Statement(List.of(), "", "", "");

    public Statement {
        approvedBy = List.copyOf(approvedBy);
    }

    public Statement approvedBy(String person) {
        var all = new ArrayList<>(approvedBy);
        all.add(person);
        return new Statement(all, answer, answeredBy, evidence);
    }

    public Statement answered(String person, String words, String proof) {
        return new Statement(approvedBy, words, person, proof);
    }
}
