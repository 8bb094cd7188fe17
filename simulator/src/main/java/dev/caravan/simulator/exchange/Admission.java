package dev.caravan.simulator.exchange;

import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.login.AccessTokens;
import dev.caravan.simulator.login.Audience;
import dev.caravan.simulator.login.Grant;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.trouble.LostAnswers;
import dev.caravan.simulator.trouble.Permission;
import dev.caravan.simulator.trouble.TenantTroubles;
import dev.caravan.simulator.trouble.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Who is let in, what goes wrong with what they ask, and what of it stands in the ledger: the
/// same whichever way a cmdlet comes.
@Component
final class Admission {

    private static final String POST = "POST";

    private final AccessTokens tokens;
    private final Tenants tenants;
    private final TenantTroubles troubles;
    private final Ledger ledger;

    Admission(AccessTokens tokens, Tenants tenants, TenantTroubles troubles, Ledger ledger) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.troubles = troubles;
        this.ledger = ledger;
    }

    /// Somebody with a token of the tenant.
    record Admitted(Grant grant, Place place) {}

    /// A token of this tenant for this API.
    Optional<Admitted> admit(String tenant, @Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .flatMap(header -> tokens.admit(header, Audience.EXCHANGE))
                .filter(grant -> grant.tenantId().equalsIgnoreCase(tenant))
                .flatMap(grant -> tenants.withId(tenant).map(place -> new Admitted(grant, place)))
                .filter(admitted -> !troubles.refusesToken(admitted.place(), Api.EXCHANGE));
    }

    /// Who is turned away stands in the ledger, too.
    ResponseEntity<Object> turnedAway(String tenant, String method, String target) {
        Optional<Place> place = tenants.withId(tenant);
        String id = place.map(there -> there.tenant().id()).orElse(null);
        ledger.record(new NewCall(
                place.map(Place::world).orElse(null),
                id,
                id == null ? "exchange" : id,
                "anonymous",
                Api.EXCHANGE,
                method,
                target,
                Map.of(),
                "401",
                List.of()));
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }

    /// What cannot be understood is answered with the reason.
    ResponseEntity<Object> refused(Admitted admitted, String target, HttpStatus status, String code, String why) {
        record(admitted, POST, target, Map.of(), status.value());
        return ResponseEntity.status(status).body(Answers.error(code, why));
    }

    /// What is asked that touches nothing.
    void record(Admitted admitted, String method, String target, Map<String, ?> parameters, int status) {
        ledger.record(call(admitted, method, target, parameters, status, List.of()));
    }

    /// Lets a cmdlet be run, unless something goes wrong before.
    ///
    /// @param permission what the application needs for it
    Exchange.Answer answer(
            Admitted admitted, Permission permission, Cmdlet cmdlet, Function<Change, Exchange.Answer> running) {
        troubles.slowDown(admitted.place(), Api.EXCHANGE);
        Optional<Trouble> trouble = troubles.meet(admitted.place(), permission, cmdlet.changes());
        if (trouble.filter(met -> !met.takesEffect()).isPresent()) {
            Exchange.Answer refused = new Exchange.Answer.Troubled(trouble.get());
            record(admitted, POST, cmdlet.name(), cmdlet.parameters(), Answers.status(refused));
            return refused;
        }
        return tenants.answer(
                admitted.place(),
                cmdlet.changes(),
                change -> troubled(running.apply(change), trouble),
                (answer, change) -> call(
                        admitted, POST, cmdlet.name(), cmdlet.parameters(), Answers.status(answer), change.effects()));
    }

    /// Sends an answer, unless it gets lost.
    ResponseEntity<Object> sent(HttpServletRequest request, Admitted admitted, Exchange.Answer answer) {
        if (answer instanceof Exchange.Answer.Lost) {
            LostAnswers.lose(request);
            return ResponseEntity.ok().build();
        }
        return limited(admitted, Answers.of(answer));
    }

    /// With what the answer says of a limit.
    ResponseEntity<Object> limited(Admitted admitted, ResponseEntity<?> answer) {
        HttpHeaders headers = new HttpHeaders(answer.getHeaders());
        troubles.limitHeaders(admitted.place(), Api.EXCHANGE).forEach(headers::set);
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    /// What is answered when something goes wrong after everything was done; a refusal stays one.
    private static Exchange.Answer troubled(Exchange.Answer answer, Optional<Trouble> trouble) {
        return trouble.filter(_ -> answer instanceof Exchange.Answer.Rows)
                .<Exchange.Answer>map(met -> met instanceof Trouble.AnswerLost
                        ? new Exchange.Answer.Lost()
                        : new Exchange.Answer.Troubled(met))
                .orElse(answer);
    }

    private static NewCall call(
            Admitted admitted,
            String method,
            String target,
            Map<String, ?> parameters,
            int status,
            List<String> effect) {
        return new NewCall(
                admitted.place().world(),
                admitted.grant().tenantId(),
                admitted.grant().tenantId(),
                admitted.grant().credentialRef(),
                Api.EXCHANGE,
                method,
                target,
                parameters,
                status == Answers.LOST ? "lost" : String.valueOf(status),
                effect);
    }
}
