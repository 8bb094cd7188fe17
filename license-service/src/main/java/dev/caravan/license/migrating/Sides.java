package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.credentials.Credentials;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.Application;
import dev.caravan.m365.wire.Tenant;

/// The tenants of a copy, and as whom the tool may enter them: as the application of our own connection.
record Sides(TenantMailboxes tenants, Credentials credentials) {

    /// @param displayName the connection's
    record Side(String displayName, String initialDomain, Application application) {}

    Outcome<Side> of(Target target, Call call) {
        return call.through(target)
                .then(through -> application(through)
                        .then(application -> tenants.initialDomain(through)
                                .map(domain -> new Side(through.connection().displayName(), domain, application))));
    }

    private Outcome<Application> application(Call through) {
        return Tenant.of(through.connection())
                .then(tenant -> credentials
                        .resolve(tenant.credentialRef())
                        .then(secret -> secret.reveal().contains("-----BEGIN ")
                                ? Outcome.refused(
                                        "no-client-secret",
                                        "BitTitan signs in with a client secret, and %s is a certificate"
                                                .formatted(tenant.credentialRef()))
                                : Outcome.done(new Application(tenant.tenantId(), tenant.applicationId(), secret))));
    }
}
