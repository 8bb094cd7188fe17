package dev.caravan.simulator.login;

import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.faults.Fault;
import dev.caravan.simulator.faults.Faults;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reasons to give no token that a tenant's own rules are, and that the fault `sign-in-refuse`
/// stands for.
@Component
final class Refusals {

    static final String KIND = "sign-in-refuse";

    private static final int NOT_CONSENTED = 65_001;
    private static final Map<Integer, String> TEXTS = Map.of(
            NOT_CONSENTED,
            "The user or administrator has not consented to use the application.",
            53_003,
            "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
            50_034,
            "The user account does not exist in the directory. To sign into this application, the account must be"
                    + " added to the directory.",
            700_027,
            "The certificate used to sign the client assertion is not registered.",
            7_000_215,
            "Invalid client secret provided.");

    private final Faults faults;

    Refusals(Faults faults) {
        this.faults = faults;
    }

    Optional<SignIn.Result.Refused> of(Credentials.Application application) {
        return faults.take(KIND, fault -> fault.means("tenant", application.tenantId()))
                .map(Refusals::refused);
    }

    private static SignIn.Result.Refused refused(Fault fault) {
        int code = (int) fault.number("code").orElse(NOT_CONSENTED);
        return new SignIn.Result.Refused(
                code >= 700_000 ? "invalid_client" : "invalid_grant",
                code,
                TEXTS.getOrDefault(code, "Nobody signs in for now."));
    }
}
