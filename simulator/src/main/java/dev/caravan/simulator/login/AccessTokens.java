package dev.caravan.simulator.login;

import dev.caravan.simulator.credentials.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Access tokens: JSON Web Tokens that hold all that is to be known of them, so that they outlive the process. They are
/// signed with the application's own secret and count in the machine's time, as the libraries that keep them do.
@Component
public final class AccessTokens {

    static final Duration LIFETIME = Duration.ofMinutes(60);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEADER = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
    private static final String BEARER = "Bearer ";
    private static final int PARTS = 3;

    private final Credentials credentials;
    private final InstantSource machine;

    @Autowired
    AccessTokens(Credentials credentials) {
        this(credentials, InstantSource.system());
    }

    AccessTokens(Credentials credentials, InstantSource machine) {
        this.credentials = credentials;
        this.machine = machine;
    }

    String issue(Credentials.Application application, Audience audience) {
        long now = machine.instant().getEpochSecond();
        String claims = JSON.writeValueAsString(JSON.createObjectNode()
                .put("aud", audience.uri())
                .put("iss", "https://sts.windows.net/" + application.tenantId() + "/")
                .put("iat", now)
                .put("nbf", now)
                .put("exp", now + LIFETIME.toSeconds())
                .put("appid", application.id())
                .put("tid", application.tenantId())
                .put("ver", "1.0"));
        String signed = HEADER + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + signature(signed, application);
    }

    /// What the bearer of an `Authorization` header may do at an API; empty if it is no token of ours, one for another
    /// API, or one whose time is over.
    public Optional<Grant> admit(String authorization, Audience audience) {
        if (!authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        String[] parts = authorization.substring(BEARER.length()).strip().split("\\.", -1);
        return parts.length == PARTS
                ? claims(parts[1]).flatMap(claims -> admit(parts, claims, audience))
                : Optional.empty();
    }

    private Optional<Grant> admit(String[] parts, JsonNode claims, Audience audience) {
        return credentials.applications().stream()
                .filter(application ->
                        application.tenantId().equals(claims.path("tid").asString(""))
                                && application.id().equals(claims.path("appid").asString("")))
                .filter(application -> same(parts[2], signature(parts[0] + "." + parts[1], application)))
                .filter(_ -> claims.path("aud").asString("").equals(audience.uri()))
                .filter(_ -> claims.path("exp").asLong(0) > machine.instant().getEpochSecond())
                .map(application -> new Grant(application.tenantId(), application.id(), application.credentialRef()))
                .findFirst();
    }

    private static Optional<JsonNode> claims(String part) {
        try {
            return Optional.of(JSON.readTree(Base64.getUrlDecoder().decode(part)));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private String signature(String signed, Credentials.Application application) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] secret = credentials.secret(application.credentialRef()).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform knows HmacSHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
