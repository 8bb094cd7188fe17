package dev.caravan.m365.wire;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.Outcome;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whom a connection leads to, and as which application.
///
/// @param tenantId the tenant's GUID; its domains' names move, it does not
/// @param applicationId the GUID of the application (client) that has been given leave in the tenant
public record Tenant(Cloud cloud, String tenantId, String applicationId, CredentialRef credentialRef) {

    private static final String CLOUD = "cloud";
    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /// The tenant of that connection. [Outcome.Refused] when the connection does not say it in full.
    public static Outcome<Tenant> of(Connection connection) {
        return cloud(connection)
                .then(cloud -> guid(connection, "tenantId", connection.tenantId())
                        .then(tenantId -> guid(connection, "applicationId", connection.applicationId())
                                .map(applicationId ->
                                        new Tenant(cloud, tenantId, applicationId, connection.credentialRef()))));
    }

    private static Outcome<Cloud> cloud(Connection connection) {
        var word = connection.setting(CLOUD).orElse(Cloud.GLOBAL.toString());
        return Cloud.called(word)
                .<Outcome<Cloud>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        "unknown-cloud",
                        "connection %s: setting %s is \"%s\", known are %s"
                                .formatted(connection.connectionId(), CLOUD, word, Arrays.toString(Cloud.values()))));
    }

    private static Outcome<String> guid(Connection connection, String field, Optional<String> value) {
        return value.filter(text -> GUID.matcher(text).matches())
                .<Outcome<String>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        "incomplete-connection",
                        "connection %s: %s must be a GUID, is %s"
                                .formatted(connection.connectionId(), field, value.orElse("missing"))));
    }
}
