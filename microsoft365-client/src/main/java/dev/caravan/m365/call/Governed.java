package dev.caravan.m365.call;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.governor.Cost;
import dev.caravan.m365.governor.Governor;
import dev.caravan.m365.governor.Key;
import dev.caravan.m365.governor.Turn;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Sends requests when the governor gives leave, and tells it every answer.
final class Governed {

    private static final String PRIORITY = "priority";
    private static final String HIGH = "high";

    private final GovernorSettings settings;
    private final Governor governor;
    private final GovernorMeters meters;

    Governed(GovernorSettings settings, GovernorMeters meters) {
        this.settings = settings;
        this.governor = new Governor(settings.limits());
        this.meters = meters;
    }

    /// How the wait for leave ended.
    private sealed interface Leave {

        record Given() implements Leave {}

        /// The host wants to be left alone for so long that the run may come back later.
        record TooLong(Duration left) implements Leave {}

        /// Others of the same tenant or application go first.
        record TooLate(Duration left) implements Leave {}

        /// The command is to stop; its next call says so.
        record Ended(Duration left) implements Leave {}
    }

    /// Waits for the request's turn and sends it once.
    ///
    /// @return [Outcome.Failed] for now, when nothing was sent: with code `throttled` when the host wants to
    ///     be left alone for too long for a worker, and with `too-busy` when others go first for too long for
    ///     the command
    <T> Outcome<T> send(Request<T> request, Key key, Secret token, Call call) {
        var api = request.api().toString();
        meters.watch(governor, key);
        return switch (await(request, key, call)) {
            case Leave.Given() -> call.remote(api, request.host(), () -> unlessQuiet(request, key, token, call));
            case Leave.Ended(var left) ->
                call.remote(api, request.host(), () -> Failures.throttled(request.host(), left));
            case Leave.TooLong(var left) -> Failures.throttled(request.host(), left);
            case Leave.TooLate(var left) -> Failures.tooBusy(request.host(), left);
        };
    }

    private Leave await(Request<?> request, Key key, Call call) {
        var began = call.clock().instant();
        var isUrgent = call.header().urgent()
                || call.connection().setting(PRIORITY).filter(HIGH::equals).isPresent();
        try (var turn = governor.join(key, request.cost(), isUrgent, began)) {
            return await(turn, key, began, call);
        } finally {
            meters.waited(request.api(), Duration.between(began, call.clock().instant()));
        }
    }

    private Leave await(Turn turn, Key key, Instant began, Call call) {
        while (true) {
            var now = call.clock().instant();
            var wait = turn.ask(now);
            if (wait.isZero()) {
                return new Leave.Given();
            }
            var quiet = governor.quiet(key, now);
            if (quiet.compareTo(settings.pauseMax()) > 0) {
                return new Leave.TooLong(quiet);
            }
            var until = now.plus(wait);
            if (until.isAfter(began.plus(settings.waitMax()))
                    || until.isAfter(call.header().notAfter())) {
                return new Leave.TooLate(wait);
            }
            var pause = wait.compareTo(settings.pauseMax()) > 0 ? settings.pauseMax() : wait;
            call.pause(pause);
            if (wasEndedEarly(now, pause, call.clock().instant())) {
                return new Leave.Ended(wait);
            }
        }
    }

    /// A pause may be a little shorter than asked for where the machine sets its clock.
    private static boolean wasEndedEarly(Instant began, Duration wait, Instant now) {
        return now.isBefore(began.plus(wait.dividedBy(2)));
    }

    /// Somebody of the same key may have been throttled since leave was given.
    private <T> Outcome<T> unlessQuiet(Request<T> request, Key key, Secret token, Call call) {
        var sentAt = call.clock().instant();
        var quiet = governor.quiet(key, sentAt);
        if (quiet.isPositive()) {
            return Failures.throttled(request.host(), quiet);
        }
        return request.sending().apply(token).then(answer -> {
            tell(request, key, answer, sentAt, call.clock().instant());
            return request.meaning().apply(answer);
        });
    }

    private void tell(Request<?> request, Key key, Answer answer, Instant sentAt, Instant now) {
        var parts = Parts.in(answer).orElse(Map.of());
        if (parts.isEmpty()) {
            tell(key, request.cost(), answer, sentAt, now);
            return;
        }
        tell(key, Cost.NOTHING, answer, sentAt, now);
        for (var number = 0; number < request.costs().size(); number++) {
            var part = parts.get(Parts.id(number));
            if (part != null) {
                tell(key, request.costs().get(number), part, sentAt, now);
            }
        }
    }

    private void tell(Key key, Cost cost, Answer answer, Instant sentAt, Instant now) {
        var said = Signals.of(answer);
        governor.told(key, cost, said, sentAt, now);
        meters.told(key.api(), said);
    }
}
