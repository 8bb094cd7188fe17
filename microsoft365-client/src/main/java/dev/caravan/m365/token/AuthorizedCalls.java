package dev.caravan.m365.token;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Tenant;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Makes remote calls with a token. A request is repeated only where the host says that it did nothing: with another
/// token after 401, and after the asked-for pause when it throttles. Anything else is for the command to find out.
public final class AuthorizedCalls {

    private static final int PAUSES_MAX = 5;
    private static final Duration PAUSE_MAX = Duration.ofSeconds(60);

    private final Tokens tokens;

    public AuthorizedCalls(Tokens tokens) {
        this.tokens = tokens;
    }

    /// Makes one call.
    ///
    /// @param api what [Call#remote] counts it as
    /// @param host whom the token is for and who is called
    /// @param request sends it with a token, exactly once; fails with the codes of [Failures]
    public <T> Outcome<T> make(
            String api, String host, Tenant tenant, Call call, Function<Secret, Outcome<T>> request) {
        var outcome = once(api, host, tenant, call, request);
        for (var pauses = 0; pauses < PAUSES_MAX; pauses++) {
            var pause = pause(outcome);
            if (pause.isEmpty()) {
                return outcome;
            }
            call.pause(pause.get());
            outcome = once(api, host, tenant, call, request);
        }
        return outcome;
    }

    private <T> Outcome<T> once(
            String api, String host, Tenant tenant, Call call, Function<Secret, Outcome<T>> request) {
        return tokens.token(tenant, host, call).then(token -> {
            var outcome = call.remote(api, host, () -> request.apply(token));
            return Failures.isFailure(outcome, Failures.UNAUTHORIZED)
                    ? tokens.renewed(tenant, host, token, call)
                            .then(renewed -> call.remote(api, host, () -> request.apply(renewed)))
                    : outcome;
        });
    }

    /// How long to pause before another attempt is worth it; a longer wait is not ours.
    private static Optional<Duration> pause(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?> failed && failed.code().equals(Failures.THROTTLED)
                ? failed.retryAfter().filter(wait -> wait.compareTo(PAUSE_MAX) <= 0)
                : Optional.empty();
    }
}
