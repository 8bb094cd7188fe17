package dev.caravan.m365.exchange;

import dev.caravan.m365.wire.Answer;
import java.util.Optional;

/// What is wrong with the way to a documented endpoint rather than with the cmdlet. A person can
/// mend it, so it says how.
final class DocumentedErrors {

    private static final String TURN_BACK = "set caravan.microsoft365.exchange-routing to invoke-command";

    private DocumentedErrors() {}

    /// A failure for good.
    record Error(String code, String reason) {}

    /// Empty when the answer is an answer to the cmdlet.
    static Optional<Error> of(String host, DocumentedEndpoint endpoint, Cmdlet cmdlet, Answer answer) {
        return switch (answer.status()) {
            case 403 -> Optional.of(new Error("forbidden", forbidden(host, endpoint, cmdlet, answer)));
            case 404, 405 ->
                CmdletErrors.isOfCmdlet(answer)
                        ? Optional.empty()
                        : Optional.of(new Error("no-such-endpoint", missing(host, endpoint, cmdlet, answer)));
            default -> Optional.empty();
        };
    }

    private static String forbidden(String host, DocumentedEndpoint endpoint, Cmdlet cmdlet, Answer answer) {
        return ("%s: %s answers 403 at its endpoint %s (%s). Give the application the permission"
                        + " Exchange.ManageAsAppV2, with the consent of an administrator, and a role group such as %s;"
                        + " or %s.")
                .formatted(cmdlet, host, endpoint, CmdletErrors.text(answer), endpoint.roleGroup(), TURN_BACK);
    }

    private static String missing(String host, DocumentedEndpoint endpoint, Cmdlet cmdlet, Answer answer) {
        return ("%s: %s answers %d where its endpoint %s should be (%s). The endpoints are a preview that not every"
                        + " organization has; %s.")
                .formatted(cmdlet, host, answer.status(), endpoint, CmdletErrors.text(answer), TURN_BACK);
    }
}
