package dev.caravan.m365.token;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.wire.Tenant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads whose tenant a token is for. Its signature is for the host to check: the question here is only whether we
/// are about to act on the tenant that we mean.
final class TokenClaims {

    private static final String TENANT_ID = "tid";
    private static final int PARTS = 3;

    private TokenClaims() {}

    /// The token, if it is for that tenant.
    static Outcome<Secret> checked(Secret token, Tenant tenant) {
        return tenantId(token.reveal())
                .map(tid -> tid.equalsIgnoreCase(tenant.tenantId())
                        ? Outcome.done(token)
                        : refused(
                                "the token is for tenant %s, the connection for %s".formatted(tid, tenant.tenantId())))
                .orElseGet(() -> refused("it cannot be read which tenant the token is for"));
    }

    private static Optional<String> tenantId(String jwt) {
        var parts = jwt.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            return claims.path(TENANT_ID).stringValueOpt();
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static Outcome<Secret> refused(String reason) {
        return Outcome.failedForGood("wrong-tenant", reason);
    }
}
