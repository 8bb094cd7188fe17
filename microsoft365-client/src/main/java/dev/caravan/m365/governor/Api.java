package dev.caravan.m365.governor;

/// An interface of Microsoft's that counts and throttles on its own.
public enum Api {
    GRAPH("graph"),
    EXCHANGE("exchange");

    private final String word;

    Api(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
