package dev.caravan.orchestrator.stream;

/// The service must not start: what it finds would break a promise later.
final class RefusedStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /// @param wrong what is wrong, and where
    /// @param remedy what to do about it
    RefusedStart(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
