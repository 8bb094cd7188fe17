package dev.caravan.m365.call;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.governor.Api;
import dev.caravan.m365.governor.Key;
import dev.caravan.m365.token.Tokens;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Makes remote calls. What may change something is sent again only where the host says that it did nothing: with
/// another token after 401, and after the asked-for pause when it throttles. What only reads is also sent again when
/// the host is not well. Anything else is for the command to find out.
public final class Calls {

    private final GovernorSettings settings;
    private final Tokens tokens;
    private final Governed governed;
    private final RandomGenerator random;
    private final GovernorMeters meters;

    /// @param random spreads the pauses of those whom the same host has failed
    public Calls(GovernorSettings settings, Tokens tokens, RandomGenerator random, MeterRegistry meters) {
        this.settings = settings;
        this.tokens = tokens;
        this.random = random;
        this.meters = new GovernorMeters(meters);
        this.governed = new Governed(settings, this.meters);
    }

    /// Makes one request.
    public <T> Outcome<T> make(Request<T> request, Tenant tenant, Call call) {
        var rounds = new Rounds(settings, random, call);
        var outcome = once(request, tenant, call);
        while (rounds.isWorthIt(outcome, request.isRead())) {
            pause(request.api(), rounds.begin(List.of(outcome)), call);
            outcome = once(request, tenant, call);
        }
        return outcome;
    }

    /// Makes a batch, and again a batch of those parts that may be sent again, until there are none.
    ///
    /// @param isRead whether a part changes nothing
    /// @param sending makes one batch; what keeps the first from being made is the outcome of all, what keeps a
    ///     later one from being made is the outcome of each part that is left
    public <P, T> Outcome<List<Outcome<T>>> inRounds(
            Api api,
            List<P> parts,
            Predicate<P> isRead,
            Function<List<P>, Outcome<List<Outcome<T>>>> sending,
            Call call) {
        return sending.apply(parts).map(first -> {
            var rounds = new Rounds(settings, random, call);
            var outcomes = new ArrayList<>(first);
            var left = left(rounds, parts, isRead, outcomes);
            while (!left.isEmpty()) {
                pause(api, rounds.begin(left.stream().map(outcomes::get).toList()), call);
                var answered = sending.apply(left.stream().map(parts::get).toList());
                for (var index = 0; index < left.size(); index++) {
                    var number = index;
                    outcomes.set(left.get(index), answered.then(all -> all.get(number)));
                }
                left = answered instanceof Outcome.Done ? left(rounds, parts, isRead, outcomes) : List.of();
            }
            return List.copyOf(outcomes);
        });
    }

    private static <P, T> List<Integer> left(
            Rounds rounds, List<P> parts, Predicate<P> isRead, List<Outcome<T>> outcomes) {
        return IntStream.range(0, parts.size())
                .filter(number -> rounds.isWorthIt(outcomes.get(number), isRead.test(parts.get(number))))
                .boxed()
                .toList();
    }

    private void pause(Api api, Duration pause, Call call) {
        if (pause.isPositive()) {
            call.pause(pause);
            meters.waited(api, pause);
        }
    }

    private <T> Outcome<T> once(Request<T> request, Tenant tenant, Call call) {
        var host = request.host();
        var key = new Key(request.api(), tenant.tenantId(), tenant.applicationId());
        return tokens.token(tenant, host, call).then(token -> {
            var outcome = governed.send(request, key, token, call);
            return Failures.isFailure(outcome, Failures.UNAUTHORIZED)
                    ? tokens.renewed(tenant, host, token, call)
                            .then(renewed -> governed.send(request, key, renewed, call))
                    : outcome;
        });
    }
}
