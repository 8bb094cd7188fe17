package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One connection to the runner: a sign-in, and then cmdlets until its tickets expire.
final class Session {

    /// How long tickets last.
    static final Duration LIFE = Duration.ofHours(12);

    private static final String MODULE = "0.0.144";
    private static final String ENVIRONMENT = "BT";
    private static final String HELLO = "hello";
    private static final JsonMapper JSON = JsonMapper.shared();
    private final BitTitan bittitan;
    private final Credentials credentials;
    private final Ledger ledger;
    private final InstantSource clock;
    private @Nullable Login login;

    Session(BitTitan bittitan, Credentials credentials, Ledger ledger, InstantSource clock) {
        this.bittitan = bittitan;
        this.credentials = credentials;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Login(World world, Instant expires) {}

    /// The reply to one line, without its end.
    String answer(String line) {
        JsonNode request = JSON.missingNode();
        try {
            request = read(line);
            return good(request, request.has(HELLO) ? hello(request.path(HELLO)) : cmdlet(request));
        } catch (Refusal refusal) {
            return bad(request, refusal);
        }
    }

    private static JsonNode read(String line) {
        JsonNode request;
        try {
            request = JSON.readTree(line);
        } catch (JacksonException e) {
            throw Refusal.invalid("A request must be JSON in one line.");
        }
        if (request.path("id").asString("").isEmpty()) {
            throw Refusal.invalid("A request must be an object with an id, which is a text.");
        }
        return request;
    }

    private JsonNode hello(JsonNode hello) {
        login = null;
        Optional<World> world = hello.path("username").asString("").equals(Workgroup.USER_NAME)
                ? credentials.withBittitanPassword(hello.path("password").asString(""))
                : Optional.empty();
        boolean here = hello.path("environment").asString("").equals(ENVIRONMENT);
        String status = world.isEmpty() ? "AUTH" : here ? "ok" : "VALIDATION";
        ledger.record(call(world, HELLO, ENVIRONMENT, map(hello), status, List.of()));
        if (world.isEmpty()) {
            throw Refusal.auth("The user name or the password is wrong.");
        }
        if (!here) {
            throw Refusal.invalid("environment must be " + ENVIRONMENT + ".");
        }
        Login signedIn = new Login(world.get(), clock.instant().plus(LIFE));
        login = signedIn;
        return JSON.createObjectNode()
                .put("module", MODULE)
                .put("expires", signedIn.expires().toString())
                .put("userId", bittitan.workgroup(world.get().name()).userId());
    }

    private JsonNode cmdlet(JsonNode request) {
        Call call = Call.of(request);
        Login signedIn = login;
        if (signedIn == null || !clock.instant().isBefore(signedIn.expires())) {
            ledger.record(call(
                    Optional.ofNullable(signedIn).map(Login::world),
                    call.cmdlet(),
                    call.ticket(),
                    map(call.parameters()),
                    "AUTH",
                    List.of()));
            throw Refusal.auth(signedIn == null ? "Nobody has signed in yet." : "The tickets have expired.");
        }
        Map<String, Object> told = map(call.parameters());
        ArrayNode data = JSON.createArrayNode();
        bittitan.run(
                        signedIn.world().name(),
                        call,
                        (status, effects) -> call(
                                Optional.of(signedIn.world()), call.cmdlet(), call.ticket(), told, status, effects))
                .forEach(data::add);
        return data;
    }

    private NewCall call(
            Optional<World> world,
            String method,
            String target,
            Map<String, Object> parameters,
            String status,
            List<String> effects) {
        return new NewCall(
                world.map(World::name).orElse(null),
                null,
                world.map(there -> bittitan.workgroup(there.name()).name()).orElse("bittitan"),
                world.flatMap(Credentials::bittitanRef).orElse("anonymous"),
                Api.BITTITAN,
                method,
                target,
                parameters,
                status,
                effects);
    }

    private static Map<String, Object> map(JsonNode object) {
        if (!object.isObject()) {
            return Map.of();
        }
        Map<String, Object> map = JSON.convertValue(object, new TypeReference<>() {});
        map.values().removeIf(java.util.Objects::isNull);
        map.replaceAll((_, value) -> value instanceof String text ? Secrets.masked(text) : value);
        return map;
    }

    private static String good(JsonNode request, JsonNode data) {
        ObjectNode reply =
                JSON.createObjectNode().put("id", request.path("id").asString()).put("ok", true);
        reply.set("data", data);
        return JSON.writeValueAsString(reply);
    }

    private static String bad(JsonNode request, Refusal refusal) {
        ObjectNode reply = JSON.createObjectNode()
                .put("id", request.path("id").asString(null))
                .put("ok", false);
        reply.putObject("error")
                .put("kind", refusal.kind().name())
                .put("message", refusal.getMessage())
                .put("type", refusal.kind().type())
                .put("cmdlet", request.path("cmdlet").asString(request.has(HELLO) ? "Get-BT_Ticket" : null));
        return JSON.writeValueAsString(reply);
    }
}
