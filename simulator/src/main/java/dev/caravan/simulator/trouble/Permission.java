package dev.caravan.simulator.trouble;

/// What an application has to be given before an interface of Exchange lets it in.
public enum Permission {
    /// For `InvokeCommand`.
    MANAGE_AS_APP("Exchange.ManageAsApp"),
    /// For the Admin API v2.0.
    MANAGE_AS_APP_V2("Exchange.ManageAsAppV2");

    private final String written;

    Permission(String written) {
        this.written = written;
    }

    @Override
    public String toString() {
        return written;
    }
}
