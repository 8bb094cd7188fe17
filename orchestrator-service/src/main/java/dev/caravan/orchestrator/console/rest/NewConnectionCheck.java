package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.rest.Bodies.NewConnection;
import dev.caravan.orchestrator.run.Person;
import dev.caravan.schemas.connections.Connection;
import dev.caravan.schemas.connections.ConnectionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks whether a connection can be used as it is written.
final class NewConnectionCheck {

    private static final int HOSTS_MAX = 100;
    private static final int HOST_LENGTH_MAX = 253;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");

    private final Checks checks = new Checks();

    private NewConnectionCheck() {}

    /// The record to be written, given when. Throws the problem that names all wrong fields.
    static Function<Instant, Connection> checked(String connectionId, NewConnection body, Person by) {
        var check = new NewConnectionCheck();
        var id = check.checks.id("connectionId", connectionId);
        return check.connection(id, body, by);
    }

    private Function<Instant, Connection> connection(String id, NewConnection body, Person by) {
        var kind = kind(body.kind());
        var displayName = checks.said("displayName", body.displayName(), Checks.TITLE_LENGTH_MAX);
        var customerId = checks.guid("customerId", body.customerId());
        var account = checks.said("account", body.account(), Checks.TITLE_LENGTH_MAX);
        var tenantId = tenantId(kind, body.tenantId());
        var applicationId = applicationId(kind, body.applicationId());
        var credentialRef = checks.id("credentialRef", body.credentialRef());
        var hosts = hosts(body.allowedHosts());
        var settings = checks.texts("settings", body.settings(), Checks.TEXT_LENGTH_MAX);
        checks.requireNone();
        return now -> new Connection(
                id,
                kind,
                displayName,
                customerId,
                account,
                tenantId,
                applicationId,
                credentialRef,
                hosts,
                settings,
                Objects.requireNonNullElse(body.killSwitch(), false),
                by.name(),
                now);
    }

    private ConnectionKind kind(@Nullable String text) {
        var word = checks.said("kind", text, Checks.TITLE_LENGTH_MAX).toUpperCase(Locale.ROOT);
        Optional<ConnectionKind> kind = Arrays.stream(ConnectionKind.values())
                .filter(known -> known.name().equals(word))
                .findFirst();
        if (kind.isEmpty() && !word.isEmpty()) {
            checks.wrong("kind", "is tenant, exchange, dns or bittitan");
        }
        return kind.orElse(ConnectionKind.TENANT);
    }

    /// BitTitan is entered as a user, all others as an application.
    private @Nullable String applicationId(ConnectionKind kind, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return kind == ConnectionKind.BITTITAN
                ? checks.said("applicationId", text, Checks.TITLE_LENGTH_MAX)
                : checks.guid("applicationId", text);
    }

    private @Nullable String tenantId(ConnectionKind kind, @Nullable String text) {
        if (text == null && kind != ConnectionKind.TENANT) {
            return null;
        }
        return checks.guid("tenantId", text);
    }

    private List<String> hosts(@Nullable List<@Nullable String> given) {
        var texts = given == null ? List.<String>of() : given;
        if (texts.size() > HOSTS_MAX) {
            checks.wrong("allowedHosts", "are " + HOSTS_MAX + " at most");
            return List.of();
        }
        var hosts = new ArrayList<String>();
        for (var index = 0; index < texts.size(); index++) {
            var field = "allowedHosts[" + index + "]";
            var host = checks.said(field, texts.get(index), HOST_LENGTH_MAX);
            if (!host.isEmpty() && !HOST.matcher(host).matches()) {
                checks.wrong(field, "is a host's name or address, without scheme and path");
            }
            hosts.add(host);
        }
        return hosts;
    }
}
