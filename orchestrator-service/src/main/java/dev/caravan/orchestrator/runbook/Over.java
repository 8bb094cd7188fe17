package dev.caravan.orchestrator.runbook;

/// What a step goes over, chunk by chunk.
public sealed interface Over {

    /// Objects of the customer: domains from the run itself, other kinds from the inventory.
    record Objects(ObjectKind kind) implements Over {
        @Override
        public String toString() {
            return kind.toString();
        }
    }

    /// Objects of the inventory of another account than the one that the step acts on: a step at the destination that
    /// goes over what the source holds.
    record ObjectsOf(ObjectKind kind, RoleName role) implements Over {
        @Override
        public String toString() {
            return kind + " of " + role;
        }
    }

    /// The objects that an earlier step has changed, with their values before and after.
    record ChangesOf(StepId step) implements Over {
        @Override
        public String toString() {
            return "changes of " + step;
        }
    }
}
