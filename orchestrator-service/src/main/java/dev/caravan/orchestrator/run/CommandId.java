package dev.caravan.orchestrator.run;

/// Names one attempt of one chunk of an errand, as `run/errand/chunk/attempt`: what its events are folded by. Used
/// once: a retry, the next part of a long command and the next asking of a check each count as an attempt.
///
/// @param chunk from 0
/// @param attempt from 1
public record CommandId(RunId run, Errand errand, int chunk, int attempt) {

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static CommandId parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("'" + text + "' is no command id: write run/step/chunk/attempt");
        }
        return new CommandId(
                RunId.parse(parts[0]),
                Errand.parse(parts[1]),
                Written.number("chunk", parts[2]),
                Written.number("attempt", parts[3]));
    }

    @Override
    public String toString() {
        return run + "/" + errand + "/" + chunk + "/" + attempt;
    }
}
