package dev.caravan.orchestrator.run;

/// The how-many-eth time that people have a step done.
///
/// @param number from 1
/// @param attemptsBefore the highest attempt number that earlier rounds have used
/// @param isLateAllowed a person has seen that its `by` is over
public record Round(int number, int attemptsBefore, boolean isLateAllowed) {

    static final Round FIRST = new Round(1, 0, false);

    /// A person asked for it, whatever the time.
    Round next(int attemptsUsed) {
        return new Round(number + 1, Math.max(attemptsBefore, attemptsUsed), true);
    }

    Round used(int attempts) {
        return new Round(number, Math.max(attemptsBefore, attempts), isLateAllowed);
    }
}
