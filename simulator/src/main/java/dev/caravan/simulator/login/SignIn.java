package dev.caravan.simulator.login;

import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.world.DomainName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Decides who gets a token: the client credentials flow with a secret.
@Component
final class SignIn {

    private static final Set<String> IDENTITY = Set.of("", "openid", "profile", "offline_access");

    private final Tenants tenants;
    private final Credentials credentials;
    private final AccessTokens tokens;
    private final Refusals refusals;

    SignIn(Tenants tenants, Credentials credentials, AccessTokens tokens, Refusals refusals) {
        this.refusals = refusals;
        this.tenants = tenants;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    /// How it ended.
    sealed interface Result {

        record Issued(String token, Credentials.Application application) implements Result {}

        /// @param code the number after `AADSTS`
        record Refused(String error, int code, String text) implements Result {}
    }

    /// The tenant that an address names, by its id or by a verified domain.
    Optional<Place> tenant(String written) {
        return tenants.withId(written).or(() -> DomainName.find(written).flatMap(tenants::withDomain));
    }

    Result ask(String tenant, Map<String, String> form) {
        Optional<Place> place = tenant(tenant);
        if (place.isEmpty()) {
            return new Result.Refused(
                    "invalid_request",
                    90002,
                    "Tenant '" + tenant + "' not found. Check to make sure you have the correct tenant ID and are"
                            + " signing into the correct cloud.");
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return new Result.Refused("unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }
        String client = form.getOrDefault("client_id", "");
        return credentials.applications().stream()
                .filter(application ->
                        application.tenantId().equals(place.get().tenant().id()))
                .filter(application -> application.id().equals(client))
                .findFirst()
                .map(application -> ask(application, form))
                .orElseGet(() -> new Result.Refused(
                        "unauthorized_client",
                        700016,
                        "Application with identifier '" + client + "' was not found in the directory '"
                                + place.get().tenant().displayName() + "'."));
    }

    private Result ask(Credentials.Application application, Map<String, String> form) {
        if (form.containsKey("client_assertion")) {
            return new Result.Refused(
                    "invalid_client", 700027, "The certificate used to sign the client assertion is not registered.");
        }
        if (!isSecret(application, form.getOrDefault("client_secret", ""))) {
            return new Result.Refused(
                    "invalid_client", 7000215, "Invalid client secret provided for app '" + application.id() + "'.");
        }
        Optional<Result.Refused> refused = refusals.of(application);
        if (refused.isPresent()) {
            return refused.get();
        }
        String scope = form.getOrDefault("scope", "");
        return audience(scope)
                .<Result>map(audience -> new Result.Issued(tokens.issue(application, audience), application))
                .orElseGet(() -> new Result.Refused(
                        "invalid_scope",
                        70011,
                        "The provided request must include a 'scope' input parameter. The provided value for the"
                                + " input parameter 'scope' is not valid. The scope " + scope + " is not valid."));
    }

    /// Libraries also ask for an identity, which an application has none of.
    private static Optional<Audience> audience(String scope) {
        List<String> asked = Arrays.stream(scope.split(" ", -1))
                .filter(word -> !IDENTITY.contains(word))
                .toList();
        return asked.size() == 1 ? Audience.ofScope(asked.getFirst()) : Optional.empty();
    }

    private boolean isSecret(Credentials.Application application, String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                credentials.secret(application.credentialRef()).getBytes(StandardCharsets.UTF_8));
    }
}
