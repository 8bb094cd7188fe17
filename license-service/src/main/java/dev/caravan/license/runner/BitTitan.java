package dev.caravan.license.runner;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Credentials;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.JsonNode;

/// BitTitan, for all workgroups that there are connections to. A connection says which: its account is the workgroup's
/// name, its application id the user who signs in, its credential that user's password, and the setting `environment`
/// is `BT` unless it says otherwise. What goes wrong has one of these codes:
///
/// | code | transient | meaning |
/// |---|---|---|
/// | `no-runner`, `incomplete-connection` | no | nobody has said how BitTitan is reached, or as whom |
/// | `unauthorized` | no | the user or the ticket was not accepted, twice in a row |
/// | `not-found`, `bad-request` | no | there is no such object; BitTitan refuses it as it is, and says why |
/// | `module-missing` | no | the runner's machine lacks BitTitan's module |
/// | `conflict` | yes | it is not so any more: look again |
/// | `throttled`, `remote-error` | yes | BitTitan is not well |
/// | `no-answer` | yes | nobody could be asked |
/// | `unknown` | yes | the answer was lost: whether it took effect must be read again |
public final class BitTitan implements DisposableBean {

    private static final String API = "bittitan";
    private static final String MSP_COMPLETE_HOST = "www.bittitan.com";
    private static final String MIGRATION_WIZ_HOST = "www.migrationwiz.com";

    private final RunnerSettings settings;
    private final Credentials credentials;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    public BitTitan(RunnerSettings settings, Credentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    /// The objects that a cmdlet puts out.
    public Outcome<List<JsonNode>> run(Cmdlet cmdlet, Call call) {
        if (settings.command().isEmpty() && settings.listener().isEmpty()) {
            return Outcome.refused("no-runner", "neither bittitan.runner.command nor bittitan.runner.address is set");
        }
        var host = cmdlet.isOfMigrationWiz() ? MIGRATION_WIZ_HOST : MSP_COMPLETE_HOST;
        return signIn(call.connection())
                .then(signIn -> call.remote(
                                API,
                                host,
                                () -> session(call)
                                        .run(cmdlet, signIn, call.clock().instant()))
                        .then(data -> data.isArray()
                                ? Outcome.done(data.valueStream().toList())
                                : Outcome.failedForNow(
                                        "unreadable-answer", "the runner answers " + cmdlet + " with no list")));
    }

    @Override
    public void destroy() {
        sessions.values().forEach(Session::close);
    }

    /// One for each user of each workgroup; who has another password is another user.
    private Session session(Call call) {
        var connection = call.connection();
        var key = String.join(
                "\n",
                connection.account().value(),
                connection.applicationId().orElse(""),
                connection.credentialRef().value());
        return sessions.computeIfAbsent(key, _ -> new Session(settings));
    }

    private Outcome<Session.SignIn> signIn(Connection connection) {
        return connection
                .applicationId()
                .filter(user -> !user.isBlank())
                .map(user -> Outcome.done(new Session.SignIn(
                        user,
                        connection.setting("environment").orElse("BT"),
                        () -> credentials.resolve(connection.credentialRef()))))
                .orElseGet(() -> Outcome.refused(
                        "incomplete-connection",
                        "connection %s: applicationId must be the BitTitan user".formatted(connection.connectionId())));
    }
}
