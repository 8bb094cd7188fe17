package dev.caravan.schemas;

/// What a worker's event means for the command that it answers; the IDL says it with `@outcome`.
public enum OutcomeKind {
    /// What would be changed, told and acknowledged before anything is. For a dry run it is the answer.
    PLANNED("planned"),
    /// The command is done; the event's scalar fields are its facts.
    DONE("done"),
    /// A part is done; a cursor says where to go on.
    MORE("more"),
    /// The world is not there yet.
    NOT_YET("notYet"),
    /// Nothing was done and another attempt would not help.
    REFUSED("refused"),
    FAILED("failed"),
    /// Worth knowing, but no answer.
    TOLD("told");

    private final String word;

    OutcomeKind(String word) {
        this.word = word;
    }

    static OutcomeKind of(String word) {
        for (OutcomeKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no outcome is called " + word);
    }
}
