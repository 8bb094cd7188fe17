package dev.caravan.orchestrator.run;

import java.util.Optional;

/// A request that a run has folded, so that its repetition changes nothing.
public record FoldedInput(InputId id, Optional<Refusal> refusal) {

    @Override
    public String toString() {
        return refusal.map(why -> id + "!" + why).orElse(id.toString());
    }
}
