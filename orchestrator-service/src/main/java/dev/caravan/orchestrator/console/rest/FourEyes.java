package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.views.InputOutcome.Refused;
import dev.caravan.orchestrator.run.Person;
import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import java.util.Optional;

/// Says at once what the run itself would say a moment later: at a gate for two, neither the requester nor the same
/// person twice.
final class FourEyes {

    private static final int PAIR = 2;

    private FourEyes() {}

    static Optional<Refused> objection(RunView run, StepView gate, Person by) {
        if (gate.getApprovals() < PAIR) {
            return Optional.empty();
        }
        if (by.isSameAs(Person.parse(run.getRequestedBy()))) {
            return Optional.of(new Refused(
                    "requester",
                    by + " has requested this run: two others have to approve '" + gate.getStepId() + "'."));
        }
        return gate.getApprovedBy().stream().map(Person::parse).anyMatch(by::isSameAs)
                ? Optional.of(new Refused(
                        "same-person",
                        by + " has approved '" + gate.getStepId() + "' already: it takes a second person."))
                : Optional.empty();
    }
}
