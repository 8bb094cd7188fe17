package dev.caravan.orchestrator.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a step does.
public sealed interface Work {

    /// The word that a runbook uses for it.
    default String kind() {
        return switch (this) {
            case Command _ -> "command";
            case Check _ -> "check";
            case Task _ -> "task";
            case Gate _ -> "gate";
            case Wait _ -> "wait";
        };
    }

    /// A command to a worker, once or once per chunk of objects.
    ///
    /// @param with arguments by name; values are `Long`, `Double`, `Boolean`, `String`, or lists and maps of them
    /// @param chunk objects in one command at most
    /// @param window commands of this step open at once at most
    /// @param on the connection that it acts on
    /// @param timeout how long one attempt may take before no remote call starts any more
    record Command(
            CommandName command,
            Map<String, Object> with,
            Optional<Over> over,
            int chunk,
            int window,
            RoleName on,
            Retry retry,
            Duration timeout)
            implements Work {
        public Command {
            with = Written.arguments(with);
        }
    }

    /// A command that only looks, asked again and again until the answer is yes.
    ///
    /// @param every pauses between two askings
    /// @param timeout how long to go on asking in all
    /// @param retry of one asking that fails
    record Check(
            CommandName command,
            Map<String, Object> with,
            Optional<Over> over,
            int chunk,
            RoleName on,
            Interval every,
            Duration timeout,
            Retry retry)
            implements Work {
        public Check {
            with = Written.arguments(with);
        }
    }

    /// Something that a person does outside and then answers.
    ///
    /// @param instructions what to do, with placeholders as in `${domains}`
    /// @param acts the exact part of it
    /// @param evidence what proves it; empty = the answer is enough
    record Task(Assignee assignee, String instructions, Acts acts, Optional<String> evidence) implements Work {}

    /// A question that people approve or reject.
    ///
    /// @param approvals 2 = two different people, neither of them the requester; 1 = anyone
    /// @param preview steps whose plans are computed first and approved with the gate
    /// @param confirmsT0 whether this gate confirms or moves T0
    /// @param although when T0 is confirmed although it is too near for a step that has to start ahead; if nothing
    ///     is said, never
    /// @param decides decisions that are answered here
    record Gate(
            String question,
            int approvals,
            List<StepId> preview,
            boolean confirmsT0,
            Optional<Condition> although,
            List<DecisionName> decides)
            implements Work {
        public Gate {
            preview = List.copyOf(preview);
            decides = List.copyOf(decides);
        }
    }

    /// Time that has to pass.
    record Wait(WaitFor until) implements Work {}
}
