package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Whether the engine gets into a mailbox: by the endpoint's credentials, EWS, the address, and rights where it comes
/// as
/// a person.
final class Access {

    private static final String USER = "AdministrativeUsername";
    /// From here on nothing lets anybody use EWS.
    private static final Instant END_OF_EWS = Instant.parse("2027-04-01T00:00:00Z");

    private final Tenants tenants;
    private final Credentials credentials;

    Access(Tenants tenants, Credentials credentials) {
        this.tenants = tenants;
        this.credentials = credentials;
    }

    /// What came of it.
    sealed interface Opening {

        record Open(Place place, Recipient mailbox) implements Opening {}

        /// @param why as the pass says it
        record Closed(String why) implements Opening {}
    }

    /// The tenant that an endpoint leads to, if it is one of the account's world.
    Optional<Place> tenant(World world, Row endpoint) {
        String id = configuration(endpoint).text("ModernAuthTenantId").toLowerCase(Locale.ROOT);
        return tenants.withId(id).filter(place -> place.world().equals(world.name()));
    }

    private static Row configuration(Row endpoint) {
        return Row.of(endpoint.value().path("Configuration"));
    }

    /// @param side `source` or `destination`
    Opening open(World world, Row endpoint, String address, String side, Instant now) {
        String begin = "Your migration failed while checking " + side + " credentials. ";
        Optional<Place> place = tenant(world, endpoint);
        Optional<String> why = place.isEmpty()
                ? Optional.of(noTenant(configuration(endpoint)))
                : notSignedIn(world, configuration(endpoint), place.get())
                        .or(() -> noEws(place.get().tenant(), now));
        if (why.isPresent()) {
            return new Opening.Closed(begin + why.get());
        }
        Optional<Recipient> mailbox = mailbox(place.orElseThrow(), address);
        if (mailbox.isEmpty()) {
            return new Opening.Closed(begin + "ErrorNonExistentMailbox: The SMTP address has no mailbox associated with"
                    + " it: " + address);
        }
        return notAllowed(configuration(endpoint), place.orElseThrow(), mailbox.get(), address)
                .<Opening>map(reason -> new Opening.Closed(begin + reason))
                .orElseGet(() -> new Opening.Open(place.orElseThrow(), mailbox.get()));
    }

    private static String noTenant(Row configuration) {
        String tenant = configuration.text("ModernAuthTenantId");
        return tenant.isEmpty()
                ? "Http POST request to 'autodiscover-s.outlook.com' failed - 401"
                : "AADSTS90002: Tenant '" + tenant + "' not found. Check to make sure you have the correct tenant ID.";
    }

    private Optional<String> notSignedIn(World world, Row configuration, Place place) {
        Tenant tenant = place.tenant();
        Optional<Credentials.Application> application = Credentials.application(world, tenant);
        if (application
                .filter(app -> configuration.is("ModernAuthClientId", app.id()))
                .isEmpty()) {
            return Optional.of("AADSTS700016: Application with identifier '" + configuration.text("ModernAuthClientId")
                    + "' was not found in the directory '" + tenant.displayName() + "'.");
        }
        String secret = configuration.text("ModernAuthClientSecret");
        boolean person = isPerson(configuration);
        if (!person || !secret.isEmpty()) {
            byte[] expected = credentials
                    .secret(application.orElseThrow().credentialRef())
                    .getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(expected, secret.getBytes(StandardCharsets.UTF_8))) {
                return Optional.of("AADSTS7000215: Invalid client secret provided.");
            }
        }
        boolean knownPerson = user(tenant, configuration)
                .filter(user -> user.isTrue("accountEnabled"))
                .filter(_ -> !configuration.text("AdministrativePassword").isBlank())
                .isPresent();
        return person && !knownPerson
                ? Optional.of("AADSTS50126: Error validating credentials due to invalid username or password.")
                : Optional.empty();
    }

    private static boolean isPerson(Row configuration) {
        return !configuration.text(USER).isBlank();
    }

    private static Optional<JsonLine> user(Tenant tenant, Row configuration) {
        return tenant.all(Kind.USERS).stream()
                .filter(user -> user.is("userPrincipalName", configuration.text(USER)))
                .findFirst();
    }

    private static Optional<String> noEws(Tenant tenant, Instant now) {
        Optional<JsonLine> organization =
                tenant.all(Kind.ORGANIZATION_CONFIG).stream().findFirst();
        if (!now.isBefore(END_OF_EWS)
                || organization.filter(config -> config.isTrue("EwsEnabled")).isEmpty()) {
            return Optional.of("Http POST request to 'outlook.office365.com' failed - 403: EWS is disabled for the"
                    + " organization " + tenant.displayName());
        }
        boolean listed = organization
                .filter(config -> config.texts("EwsAllowedAppIDs").stream().anyMatch(Access::isTool))
                .isPresent();
        return listed
                ? Optional.empty()
                : Optional.of("Http POST request to 'outlook.office365.com' failed - 403: the application "
                        + Credentials.APPLICATION_ID + " is not among EwsAllowedAppIDs of " + tenant.displayName());
    }

    private static boolean isTool(String id) {
        return id.equalsIgnoreCase(Credentials.APPLICATION_ID);
    }

    /// The mailbox that takes mail for an address there now.
    static Optional<Recipient> mailbox(Place place, String address) {
        boolean accepted = Address.find(address)
                .filter(found -> place.tenant().accepts(found.domain()))
                .isPresent();
        return place.recipients().named(address).stream()
                .filter(_ -> accepted)
                .filter(recipient -> recipient.kind() == Kind.MAILBOXES)
                .filter(recipient -> recipient.smtpAddresses().stream().anyMatch(address::equalsIgnoreCase))
                .findFirst();
    }

    private static Optional<String> notAllowed(Row configuration, Place place, Recipient mailbox, String address) {
        if (mailbox.object().value().path("EwsEnabled").isBoolean()
                && !mailbox.object().isTrue("EwsEnabled")) {
            return Optional.of("EWS is disabled for the mailbox " + address);
        }
        if (!isPerson(configuration)) {
            return Optional.empty();
        }
        String user = user(place.tenant(), configuration)
                .flatMap(found -> found.text("id"))
                .orElse("");
        boolean may = mailbox.id().equalsIgnoreCase(user)
                || place.rows(Kind.MAILBOX_PERMISSIONS, "Identity", mailbox.id())
                        .filter(row -> row.texts("AccessRights").contains("FullAccess") && !row.isTrue("Deny"))
                        .anyMatch(row -> place.idOf(Kind.MAILBOX_PERMISSIONS, row, "User")
                                .filter(user::equalsIgnoreCase)
                                .isPresent());
        return may
                ? Optional.empty()
                : Optional.of("ErrorAccessDenied: " + configuration.text(USER) + " has no FullAccess to " + address);
    }
}
