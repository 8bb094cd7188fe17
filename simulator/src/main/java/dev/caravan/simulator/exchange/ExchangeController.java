package dev.caravan.simulator.exchange;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.login.AccessTokens;
import dev.caravan.simulator.login.Audience;
import dev.caravan.simulator.login.Grant;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.trouble.LostAnswers;
import dev.caravan.simulator.trouble.TenantTroubles;
import dev.caravan.simulator.trouble.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `outlook.office365.com`
@RestController
@RequestMapping("/exchange/adminapi")
class ExchangeController {

    private static final int BATCH_MAX = 10;
    /// Stands where no status is.
    private static final int LOST = 0;
    private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize\\s*=\\s*(\\d{1,4})");
    /// As the service answers what it has no words for.
    private static final byte[] NULLS = new byte[64];

    private final AccessTokens tokens;
    private final Tenants tenants;
    private final TenantTroubles troubles;
    private final Ledger ledger;
    private final Activity activity;
    private final Repertoire repertoire;

    ExchangeController(
            AccessTokens tokens,
            Tenants tenants,
            TenantTroubles troubles,
            Ledger ledger,
            Activity activity,
            Repertoire repertoire) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.troubles = troubles;
        this.ledger = ledger;
        this.activity = activity;
        this.repertoire = repertoire;
    }

    @PostMapping("/beta/{tenant}/InvokeCommand")
    ResponseEntity<Object> invoke(
            HttpServletRequest request,
            @PathVariable String tenant,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        try (Activity.Served _ = activity.begin()) {
            Optional<Admitted> admitted = admit(tenant, authorization);
            if (admitted.isEmpty()) {
                return turnedAway(tenant, "POST", "InvokeCommand");
            }
            Optional<Cmdlet> cmdlet = Cmdlet.of(body);
            if (cmdlet.isEmpty()) {
                return malformed(admitted.get(), "InvokeCommand", "CmdletInput is missing.");
            }
            String query = request.getQueryString() == null ? "" : request.getQueryString();
            Exchange exchange = exchange(request.getRequestURL() + "?" + query, prefer);
            Exchange.Answer answer = answered(admitted.get(), exchange, cmdlet.get());
            if (answer instanceof Exchange.Answer.Lost) {
                LostAnswers.lose(request);
                return ResponseEntity.ok().build();
            }
            return limited(admitted.get(), answer(answer));
        }
    }

    @PostMapping("/beta/{tenant}/$batch")
    ResponseEntity<Object> batch(
            @PathVariable String tenant,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        try (Activity.Served _ = activity.begin()) {
            Optional<Admitted> admitted = admit(tenant, authorization);
            if (admitted.isEmpty()) {
                return turnedAway(tenant, "POST", "$batch");
            }
            if (body.path("requests").size() > BATCH_MAX) {
                return malformed(admitted.get(), "$batch", "The maximum batch size is " + BATCH_MAX + ".");
            }
            ObjectNode answer = JsonMapper.shared().createObjectNode();
            ArrayNode responses = answer.putArray("responses");
            body.path("requests")
                    .forEach(part -> part(admitted.get(), part, prefer).ifPresent(responses::add));
            return limited(admitted.get(), ResponseEntity.ok(answer));
        }
    }

    /// With what the answer says of a limit.
    private ResponseEntity<Object> limited(Admitted admitted, ResponseEntity<?> answer) {
        HttpHeaders headers = new HttpHeaders(answer.getHeaders());
        troubles.limitHeaders(admitted.place(), Api.EXCHANGE).forEach(headers::set);
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    /// The cmdlets that the caller may run.
    @GetMapping("/v1.0/{tenant}/EXOModuleFile")
    ResponseEntity<Object> cmdlets(
            @PathVariable String tenant,
            @RequestParam("Version") String version,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        try (Activity.Served _ = activity.begin()) {
            Optional<Admitted> admitted = admit(tenant, authorization);
            if (admitted.isEmpty()) {
                return turnedAway(tenant, "GET", "EXOModuleFile");
            }
            ledger.record(call(admitted.get(), "GET", "EXOModuleFile", Map.of("Version", version), 200, List.of()));
            return ResponseEntity.ok(Map.of("value", List.of(Map.of("exportedCmdlets", repertoire.names()))));
        }
    }

    /// Who is turned away stands in the ledger, too.
    private ResponseEntity<Object> turnedAway(String tenant, String method, String target) {
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
        return ResponseEntity.status(401).build();
    }

    private ResponseEntity<Object> malformed(Admitted admitted, String target, String why) {
        ledger.record(call(admitted, "POST", target, Map.of(), 400, List.of()));
        return ResponseEntity.badRequest().body(error("BadRequest", why));
    }

    private record Admitted(Grant grant, Place place) {}

    /// A token of this tenant for this API.
    private Optional<Admitted> admit(String tenant, @Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .flatMap(header -> tokens.admit(header, Audience.EXCHANGE))
                .filter(grant -> grant.tenantId().equalsIgnoreCase(tenant))
                .flatMap(grant -> tenants.withId(tenant).map(place -> new Admitted(grant, place)))
                .filter(admitted -> !troubles.refusesToken(admitted.place(), Api.EXCHANGE));
    }

    /// The answer to a part of a batch, unless it gets lost.
    private Optional<ObjectNode> part(Admitted admitted, JsonNode part, @Nullable String prefer) {
        ObjectNode response =
                JsonMapper.shared().createObjectNode().put("id", part.path("id").asString(""));
        Optional<Cmdlet> cmdlet = Cmdlet.of(part.path("body"));
        if (cmdlet.isEmpty()) {
            response.put("status", 400).set("body", error("BadRequest", "CmdletInput is missing."));
            return Optional.of(response);
        }
        Exchange exchange = exchange(part.path("url").asString(""), prefer);
        Exchange.Answer answer = answered(admitted, exchange, cmdlet.get());
        ObjectNode headers = response.put("status", status(answer)).putObject("headers");
        switch (answer) {
            case Exchange.Answer.Rows(JsonNode body) -> response.set("body", body);
            case Exchange.Answer.Failed(CmdletError error) -> response.set("body", error.body());
            case Exchange.Answer.Forbidden _ -> response.putNull("body");
            case Exchange.Answer.Troubled(Trouble trouble) -> {
                retryAfter(trouble).ifPresent(seconds -> headers.put(HttpHeaders.RETRY_AFTER, seconds));
                response.set("body", error(trouble));
            }
            case Exchange.Answer.Lost _ -> {
                return Optional.empty();
            }
        }
        return Optional.of(response);
    }

    private static Exchange exchange(String url, @Nullable String prefer) {
        int mark = url.indexOf('?');
        Map<String, String> options = options(mark < 0 ? "" : url.substring(mark + 1));
        return new Exchange(
                mark < 0 ? url : url.substring(0, mark),
                Optional.ofNullable(options.get("$select")),
                number(options.getOrDefault("$skiptoken", "0")),
                pageSize(prefer == null ? "" : prefer));
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new TreeMap<>();
        for (String option : query.split("&", -1)) {
            String[] parts = option.split("=", 2);
            if (parts.length == 2) {
                options.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return options;
    }

    private static String decoded(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    private static int number(String written) {
        return written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
    }

    private static int pageSize(String prefer) {
        Matcher size = PAGE_SIZE.matcher(prefer);
        return size.find()
                ? Math.clamp(Integer.parseInt(size.group(1)), 1, Exchange.PAGE_SIZE_MAX)
                : Exchange.PAGE_SIZE_MAX;
    }

    private Exchange.Answer answered(Admitted admitted, Exchange exchange, Cmdlet cmdlet) {
        troubles.slowDown(admitted.place(), Api.EXCHANGE);
        Optional<Trouble> trouble = troubles.meet(admitted.place(), Api.EXCHANGE, cmdlet.changes());
        if (trouble.filter(met -> !met.takesEffect()).isPresent()) {
            Exchange.Answer refused = refused(trouble.get());
            ledger.record(call(admitted, "POST", cmdlet.name(), cmdlet.parameters(), status(refused), List.of()));
            return refused;
        }
        return tenants.answer(
                admitted.place(),
                cmdlet.changes(),
                change -> troubled(exchange.run(repertoire, change, cmdlet), trouble),
                (answer, change) ->
                        call(admitted, "POST", cmdlet.name(), cmdlet.parameters(), status(answer), change.effects()));
    }

    /// An application without its role is told so little that it looks like a cmdlet that does not exist.
    private static Exchange.Answer refused(Trouble trouble) {
        return trouble instanceof Trouble.RoleMissing
                ? new Exchange.Answer.Forbidden()
                : new Exchange.Answer.Troubled(trouble);
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
                status == LOST ? "lost" : String.valueOf(status),
                effect);
    }

    private static int status(Exchange.Answer answer) {
        return switch (answer) {
            case Exchange.Answer.Rows _ -> 200;
            case Exchange.Answer.Failed(CmdletError error) -> error.status();
            case Exchange.Answer.Forbidden _ -> 403;
            case Exchange.Answer.Troubled(Trouble trouble) -> status(trouble);
            case Exchange.Answer.Lost _ -> LOST;
        };
    }

    private static int status(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled _ -> 429;
            case Trouble.Unavailable _ -> 503;
            case Trouble.RoleMissing _ -> 403;
            case Trouble.FailedAfterwards _ -> 500;
            case Trouble.AnswerLost _ -> LOST;
        };
    }

    private static Optional<String> retryAfter(Trouble trouble) {
        return trouble instanceof Trouble.Throttled(Optional<String> seconds) ? seconds : Optional.empty();
    }

    private static ResponseEntity<Object> answer(Exchange.Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status(answer))
                .header("Request-Id", UUID.randomUUID().toString());
        return switch (answer) {
            case Exchange.Answer.Rows(JsonNode body) ->
                response.contentType(MediaType.APPLICATION_JSON).body(body);
            case Exchange.Answer.Failed(CmdletError error) ->
                response.contentType(MediaType.APPLICATION_JSON).body(error.body());
            case Exchange.Answer.Forbidden _ ->
                response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(NULLS);
            case Exchange.Answer.Troubled(Trouble trouble) -> {
                retryAfter(trouble).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
                yield response.contentType(MediaType.APPLICATION_JSON).body(error(trouble));
            }
            case Exchange.Answer.Lost _ -> throw new IllegalStateException("what is lost is not answered");
        };
    }

    private static JsonNode error(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled _ -> error("TooManyRequests", "Please retry again later.");
            case Trouble.Unavailable _ -> error("ServiceUnavailable", "The service is temporarily unavailable.");
            default -> error("InternalServerError", "Error executing cmdlet");
        };
    }

    private static JsonNode error(String code, String message) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }
}
