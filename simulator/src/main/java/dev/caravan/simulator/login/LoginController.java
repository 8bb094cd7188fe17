package dev.caravan.simulator.login;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.tenants.Place;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `login.microsoftonline.com`
@RestController
@RequestMapping("/login/{tenant}")
class LoginController {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT);

    private final SignIn signIn;
    private final Ledger ledger;
    private final Activity activity;
    private final SimulatedClock clock;

    LoginController(SignIn signIn, Ledger ledger, Activity activity, SimulatedClock clock) {
        this.clock = clock;
        this.signIn = signIn;
        this.ledger = ledger;
        this.activity = activity;
    }

    @PostMapping(path = "/oauth2/v2.0/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Object> token(@PathVariable String tenant, @RequestParam Map<String, String> form) {
        try (Activity.Served _ = activity.begin()) {
            SignIn.Result result = signIn.ask(tenant, form);
            HttpStatus status = switch (result) {
                case SignIn.Result.Issued _ -> HttpStatus.OK;
                case SignIn.Result.Refused refused ->
                    refused.error().equals("invalid_client") ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
            };
            ledger.record(call(tenant, form, result, status));
            return ResponseEntity.status(status).body(body(result));
        }
    }

    private NewCall call(String tenant, Map<String, String> form, SignIn.Result result, HttpStatus status) {
        Optional<Place> place = signIn.tenant(tenant);
        String id = place.map(there -> there.tenant().id()).orElse(null);
        String credential = result instanceof SignIn.Result.Issued issued
                ? issued.application().credentialRef()
                : "anonymous";
        return new NewCall(
                place.map(Place::world).orElse(null),
                id,
                id == null ? "login" : id,
                credential,
                Api.LOGIN,
                "POST",
                "/" + tenant + "/oauth2/v2.0/token",
                form,
                String.valueOf(status.value()),
                List.of());
    }

    private Object body(SignIn.Result result) {
        return switch (result) {
            case SignIn.Result.Issued issued ->
                Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        AccessTokens.LIFETIME.toSeconds(),
                        "ext_expires_in",
                        AccessTokens.LIFETIME.toSeconds(),
                        "access_token",
                        issued.token());
            case SignIn.Result.Refused refused -> {
                String trace = UUID.randomUUID().toString();
                yield Map.of(
                        "error",
                        refused.error(),
                        "error_description",
                        "AADSTS" + refused.code() + ": " + refused.text() + " Trace ID: " + trace,
                        "error_codes",
                        List.of(refused.code()),
                        "timestamp",
                        TIMESTAMP.format(clock.instant().atOffset(ZoneOffset.UTC)),
                        "trace_id",
                        trace,
                        "correlation_id",
                        UUID.randomUUID().toString());
            }
        };
    }
}
