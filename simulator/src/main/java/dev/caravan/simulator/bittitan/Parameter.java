package dev.caravan.simulator.bittitan;

/// One parameter of a cmdlet.
record Parameter(String name, Shape shape, boolean required) {

    static Parameter required(String name, Shape shape) {
        return new Parameter(name, shape, true);
    }

    static Parameter optional(String name, Shape shape) {
        return new Parameter(name, shape, false);
    }
}
