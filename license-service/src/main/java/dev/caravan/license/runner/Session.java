package dev.caravan.license.runner;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One account's stream: opened when it is needed, signed in again an hour before its ticket expires, and opened again
/// after it was lost. One request at a time, because answers come in the order of the requests.
final class Session {

    /// As BitTitan's own console renews.
    private static final Duration RENEWED_BEFORE = Duration.ofHours(1);

    private static final String HELLO = "the sign-in";

    private final RunnerSettings settings;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Wire wire;
    private @Nullable Instant expires;
    private long requests;

    Session(RunnerSettings settings) {
        this.settings = settings;
    }

    /// Who signs in, and where.
    record SignIn(String username, String environment, Supplier<Outcome<Secret>> password) {}

    /// What the cmdlet puts out. A ticket that is not accepted is renewed once: then nothing was done.
    Outcome<JsonNode> run(Cmdlet cmdlet, SignIn signIn, Instant now) {
        turn.lock();
        try {
            var first = signedIn(signIn, now).then(_ -> ask(request(cmdlet), cmdlet.name()));
            if (!isUnauthorized(first) || expires == null) {
                return first;
            }
            expires = null;
            return signedIn(signIn, now).then(_ -> ask(request(cmdlet), cmdlet.name()));
        } finally {
            turn.unlock();
        }
    }

    void close() {
        turn.lock();
        try {
            hangUp();
        } finally {
            turn.unlock();
        }
    }

    private Outcome<Instant> signedIn(SignIn signIn, Instant now) {
        if (wire != null && expires != null && now.isBefore(expires.minus(RENEWED_BEFORE))) {
            return Outcome.done(expires);
        }
        return signIn.password()
                .get()
                .then(password -> ask(hello(signIn, password), HELLO)
                        .then(data -> instant(data.path("expires"))
                                .map(Outcome::done)
                                .orElseGet(() -> Outcome.failedForGood(
                                        "unreadable-answer", "the runner does not say when the ticket expires"))))
                .map(until -> {
                    expires = until;
                    return until;
                });
    }

    private Outcome<JsonNode> ask(ObjectNode request, String what) {
        var id = Long.toString(++requests);
        request.put("id", id);
        Wire open;
        try {
            open = open();
        } catch (IOException unreachable) {
            return Reply.unreachable(what, unreachable);
        }
        try {
            var answer = Reply.read(open.ask(request.toString(), settings.timeout()), id, what);
            if (answer instanceof Outcome.Failed<JsonNode> failed
                    && failed.code().equals(Reply.UNKNOWN)) {
                hangUp();
            }
            return answer;
        } catch (IOException lost) {
            hangUp();
            return Reply.lost(what, lost);
        }
    }

    private Wire open() throws IOException {
        if (wire == null) {
            wire = Wire.open(settings);
        }
        return wire;
    }

    private void hangUp() {
        if (wire != null) {
            wire.close();
        }
        wire = null;
        expires = null;
    }

    private static ObjectNode hello(SignIn signIn, Secret password) {
        var request = JsonNodeFactory.instance.objectNode();
        request.putObject("hello")
                .put("username", signIn.username())
                .put("password", password.reveal())
                .put("environment", signIn.environment());
        return request;
    }

    private static ObjectNode request(Cmdlet cmdlet) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("cmdlet", cmdlet.name())
                .put("ticket", cmdlet.ticket().word());
        request.set("parameters", cmdlet.parameters());
        return request;
    }

    private static boolean isUnauthorized(Outcome<JsonNode> outcome) {
        return outcome instanceof Outcome.Failed<JsonNode> failed
                && failed.code().equals(Reply.UNAUTHORIZED);
    }

    private static Optional<Instant> instant(JsonNode written) {
        try {
            return written.stringValueOpt().map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
