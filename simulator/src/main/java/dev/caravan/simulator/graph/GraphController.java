package dev.caravan.simulator.graph;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.login.AccessTokens;
import dev.caravan.simulator.login.Audience;
import dev.caravan.simulator.login.Grant;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.trouble.Demand;
import dev.caravan.simulator.trouble.LostAnswers;
import dev.caravan.simulator.trouble.TenantQuotas;
import dev.caravan.simulator.trouble.TenantTroubles;
import dev.caravan.simulator.trouble.Trouble;
import dev.caravan.simulator.trouble.Turn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// `graph.microsoft.com`
@RestController
class GraphController {

    private static final String ROOT = "/graph/v1.0";

    private final Graph graph;
    private final AccessTokens tokens;
    private final Tenants tenants;
    private final TenantTroubles troubles;
    private final TenantQuotas quotas;
    private final Ledger ledger;
    private final SimulatedClock clock;
    private final Activity activity;

    GraphController(
            Graph graph,
            AccessTokens tokens,
            Tenants tenants,
            TenantTroubles troubles,
            TenantQuotas quotas,
            Ledger ledger,
            SimulatedClock clock,
            Activity activity) {
        this.graph = graph;
        this.tokens = tokens;
        this.tenants = tenants;
        this.troubles = troubles;
        this.quotas = quotas;
        this.ledger = ledger;
        this.clock = clock;
        this.activity = activity;
    }

    @RequestMapping(ROOT + "/**")
    ResponseEntity<Object> one(
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable JsonNode body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        try (Activity.Served _ = activity.begin()) {
            String url = request.getRequestURI().substring(ROOT.length())
                    + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
            GraphRequest asked = GraphRequest.of(
                            request.getMethod(), base(request), url, body == null ? MissingNode.getInstance() : body)
                    .at(request.getHeader("ConsistencyLevel"));
            GraphAnswer answer = answered(asked, admit(authorization));
            if (answer instanceof GraphAnswer.Lost) {
                LostAnswers.lose(request);
                return ResponseEntity.ok().build();
            }
            return answer(answer);
        }
    }

    @PostMapping(ROOT + "/$batch")
    ResponseEntity<Object> batch(
            HttpServletRequest request,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        try (Activity.Served _ = activity.begin()) {
            Optional<Grant> grant = admit(authorization);
            GraphRequest whole = GraphRequest.of("POST", base(request), "/$batch", MissingNode.getInstance());
            if (grant.isEmpty()) {
                return answer(refused(grant, whole, GraphError.unauthorized()));
            }
            try {
                return answer(new GraphAnswer.Good(
                        200, new Batch(base(request), clock, part -> answered(part, grant)).answer(body)));
            } catch (GraphError malformed) {
                return answer(refused(grant, whole, malformed));
            }
        }
    }

    /// What Spring could not read as JSON.
    @ExceptionHandler({HttpMessageNotReadableException.class, HttpMediaTypeNotSupportedException.class})
    ResponseEntity<Object> unreadable(HttpServletRequest request) {
        String path = request.getRequestURI().substring(ROOT.length());
        GraphRequest whole = GraphRequest.of(request.getMethod(), base(request), path, MissingNode.getInstance());
        Optional<Grant> grant = admit(request.getHeader(HttpHeaders.AUTHORIZATION));
        return answer(refused(grant, whole, grant.isPresent() ? GraphError.unreadable() : GraphError.unauthorized()));
    }

    /// Answers a request and records it; each part of a batch is a call of its own, as Microsoft counts them.
    private GraphAnswer answered(GraphRequest request, Optional<Grant> grant) {
        Optional<Place> place = grant.flatMap(granted -> tenants.withId(granted.tenantId()));
        if (grant.isEmpty() || place.isEmpty()) {
            return refused(grant, request, GraphError.unauthorized());
        }
        Demand demand = Demands.of(request);
        try (Turn turn = quotas.begin(place.get(), grant.get().applicationId(), demand)) {
            return answered(request, grant, place.get(), turn)
                    .with(turn.headers())
                    .with(demand.units() > 0 ? Map.of("x-ms-resource-unit", "" + demand.units()) : Map.of());
        }
    }

    private GraphAnswer answered(GraphRequest request, Optional<Grant> grant, Place place, Turn turn) {
        boolean changes = !request.method().equals("GET");
        troubles.slowDown(place, Api.GRAPH);
        Optional<Trouble> trouble = turn.refusal().or(() -> troubles.meet(place, Api.GRAPH, changes));
        if (trouble.filter(met -> !met.takesEffect()).isPresent()) {
            return refused(grant, request, GraphError.of(trouble.get())).with(scope(grant, trouble.get()));
        }
        return tenants.answer(
                place,
                changes,
                change -> troubled(graph.answer(change, request), trouble),
                (answer, change) -> call(Optional.of(place), grant, request, answer, change.effects()));
    }

    /// Whose limit it was.
    private static Map<String, String> scope(Optional<Grant> grant, Trouble trouble) {
        return grant.filter(_ -> trouble instanceof Trouble.Throttled)
                .map(granted -> Map.of(
                        "x-ms-throttle-scope",
                        "Tenant_Application/ReadWrite/" + granted.applicationId() + "/" + granted.tenantId()))
                .orElse(Map.of());
    }

    /// What is answered when something goes wrong after everything was done; a refusal stays one.
    private GraphAnswer troubled(GraphAnswer answer, Optional<Trouble> trouble) {
        return trouble.filter(_ -> answer instanceof GraphAnswer.Good)
                .<GraphAnswer>map(met -> met instanceof Trouble.AnswerLost
                        ? new GraphAnswer.Lost()
                        : new GraphAnswer.Bad(GraphError.of(met), clock.instant()))
                .orElse(answer);
    }

    private GraphAnswer refused(Optional<Grant> grant, GraphRequest request, GraphError error) {
        GraphAnswer answer = new GraphAnswer.Bad(error, clock.instant());
        Optional<Place> place = grant.flatMap(granted -> tenants.withId(granted.tenantId()));
        ledger.record(call(place, grant, request, answer, List.of()));
        return answer;
    }

    private static NewCall call(
            Optional<Place> place,
            Optional<Grant> grant,
            GraphRequest request,
            GraphAnswer answer,
            List<String> effect) {
        Map<String, Object> parameters = new TreeMap<>(request.query());
        request.body().properties().forEach(property -> parameters.put(property.getKey(), property.getValue()));
        return new NewCall(
                place.map(Place::world).orElse(null),
                grant.map(Grant::tenantId).orElse(null),
                grant.map(Grant::tenantId).orElse("graph"),
                grant.map(Grant::credentialRef).orElse("anonymous"),
                Api.GRAPH,
                request.method(),
                request.target(),
                parameters,
                answer instanceof GraphAnswer.Lost ? "lost" : String.valueOf(answer.status()),
                effect);
    }

    private Optional<Grant> admit(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .flatMap(header -> tokens.admit(header, Audience.GRAPH))
                .filter(grant -> tenants.withId(grant.tenantId())
                        .filter(place -> troubles.refusesToken(place, Api.GRAPH))
                        .isEmpty());
    }

    private static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.indexOf(ROOT) + ROOT.length());
    }

    private static ResponseEntity<Object> answer(GraphAnswer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return answer.body().isMissingNode()
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }
}
