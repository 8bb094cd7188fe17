package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Instructions;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import java.util.Optional;
import java.util.stream.Stream;

/// A fact is told by a step that is over by then, and by a command that tells it.
record KnownFacts(Commands commands, Expressions expressions) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return Stream.concat(inExpressions(draft), inInstructions(draft));
    }

    private Stream<Problem> inExpressions(Draft draft) {
        return Phrase.allOf(draft)
                .flatMap(phrase -> expressions.read(phrase.expression(), phrase.answer()).facts().stream()
                        .flatMap(use -> problem(draft, phrase.step().id(), use.step(), use.fact()).stream())
                        .distinct()
                        .map(message -> draft.error(phrase.mark(), message)));
    }

    private Stream<Problem> inInstructions(Draft draft) {
        return Wording.allOf(draft)
                .flatMap(wording -> wording.placeholders(Instructions.Placeholder.Fact.class)
                        .flatMap(use ->
                                problem(draft, wording.step().id(), use.step().text(), Optional.of(use.name()))
                                        .stream())
                        .distinct()
                        .map(message -> draft.error(wording.mark(), message)));
    }

    private Optional<String> problem(Draft draft, StepId asking, String told, Optional<String> fact) {
        var ids = draft.steps().stream().map(step -> step.value().id()).toList();
        var teller = ids.stream().filter(id -> id.text().equals(told)).findFirst();
        if (teller.isEmpty()) {
            return Optional.of("there is no step `%s`%s".formatted(told, Spelling.hint(told, ids)));
        }
        if (!draft.precedes(teller.get(), asking)) {
            return Optional.of("the facts of `%s` may not be known yet: add it to `needs`".formatted(told));
        }
        return fact.flatMap(name -> untold(draft, teller.get(), name));
    }

    private Optional<String> untold(Draft draft, StepId teller, String fact) {
        var step = draft.find(teller)
                .filter(Marked::whole)
                .map(found -> found.value().work());
        return switch (step.orElse(null)) {
            case Work.Command command -> commands.find(command.command()).flatMap(spec -> untold(teller, spec, fact));
            case Work.Check check -> commands.find(check.command()).flatMap(spec -> untold(teller, spec, fact));
            case Work.Task _, Work.Gate _, Work.Wait _ ->
                Optional.of("step `%s` tells no facts: only commands and checks do".formatted(teller));
            case null -> Optional.empty();
        };
    }

    private static Optional<String> untold(StepId teller, CommandSpec spec, String fact) {
        var told = spec.facts().keySet();
        return told.contains(fact)
                ? Optional.empty()
                : Optional.of("`%s` of step `%s` does not tell `%s`%s"
                        .formatted(spec.name(), teller, fact, Spelling.hintOrList(fact, "it tells", told)));
    }
}
