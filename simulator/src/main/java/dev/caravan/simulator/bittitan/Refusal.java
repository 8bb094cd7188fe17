package dev.caravan.simulator.bittitan;

import java.io.Serial;

/// A call that is answered with an error; it ends the call wherever it is noticed.
final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;

    private Refusal(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /// What sort of error it is, with the exception that PowerShell would show.
    enum Kind {
        AUTH("System.Security.Authentication.AuthenticationException"),
        NOT_FOUND("System.Collections.Generic.KeyNotFoundException"),
        CONFLICT("System.InvalidOperationException"),
        THROTTLED("System.ServiceModel.ServerTooBusyException"),
        VALIDATION("System.Management.Automation.ParameterBindingException"),
        REMOTE("System.ServiceModel.CommunicationException");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    static Refusal auth(String message) {
        return new Refusal(Kind.AUTH, message);
    }

    static Refusal notFound(String what, String id) {
        return new Refusal(Kind.NOT_FOUND, "There is no " + what + " with the id " + id + ".");
    }

    static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, message);
    }

    static Refusal throttled() {
        return new Refusal(Kind.THROTTLED, "Too many requests; try again later.");
    }

    static Refusal remote() {
        return new Refusal(Kind.REMOTE, "The service did not answer.");
    }

    static Refusal invalid(String message) {
        return new Refusal(Kind.VALIDATION, message);
    }

    Kind kind() {
        return kind;
    }
}
