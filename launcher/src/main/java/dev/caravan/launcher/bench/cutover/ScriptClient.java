package dev.caravan.launcher.bench.cutover;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.simulation.World;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A tenant as a script asks it: one call after the other, and again after the asked-for pause when it is throttled.
final class ScriptClient {

    private static final Map<Api, String> SCOPES = Map.of(
            Api.GRAPH, "https://graph.microsoft.com/.default",
            Api.EXCHANGE, "https://outlook.office365.com/.default");
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final int UNAUTHORIZED = 401;
    private static final int THROTTLED = 429;
    private static final int ERROR = 400;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String simulator;
    private final String tenantId;
    private final World.Application application;
    private final String secret;
    private final Simulation simulation;
    private final Map<Api, String> tokens = new EnumMap<>(Api.class);

    ScriptClient(String simulator, World.Side tenant, Map<String, String> secrets, Simulation simulation) {
        this.simulator = simulator;
        this.tenantId = tenant.id();
        this.application = applicationOf(tenant);
        this.secret = secrets.getOrDefault(application.credentialRef(), "");
        this.simulation = simulation;
    }

    private static World.Application applicationOf(World.Side tenant) {
        if (tenant.application() == null) {
            throw new Unusable(tenant.displayName() + " has no application that a script could sign in with.");
        }
        return tenant.application();
    }

    /// All users, page by page.
    List<JsonNode> users() throws IOException, InterruptedException {
        return pages(Api.GRAPH, "GET", simulator + "/graph/v1.0/users?$top=999&$select=id,userPrincipalName", null);
    }

    /// Gives a user another sign-in name.
    void rename(String userId, String name) throws IOException, InterruptedException {
        ask(Api.GRAPH, "PATCH", simulator + "/graph/v1.0/users/" + userId, Map.of("userPrincipalName", name));
    }

    /// Everything that a cmdlet lists, page by page.
    List<JsonNode> list(String cmdlet) throws IOException, InterruptedException {
        return pages(Api.EXCHANGE, "POST", command(), input(cmdlet, Map.of("ResultSize", "Unlimited")));
    }

    /// Runs a cmdlet that changes something.
    void run(String cmdlet, Map<String, ?> parameters) throws IOException, InterruptedException {
        ask(Api.EXCHANGE, "POST", command(), input(cmdlet, parameters));
    }

    private String command() {
        return simulator + "/exchange/adminapi/beta/" + tenantId + "/InvokeCommand";
    }

    private static Map<String, Object> input(String cmdlet, Map<String, ?> parameters) {
        return Map.of("CmdletInput", Map.of("CmdletName", cmdlet, "Parameters", parameters));
    }

    private List<JsonNode> pages(Api api, String method, String first, @Nullable Object body)
            throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        var next = first;
        while (!next.isEmpty()) {
            var page = ask(api, method, next, body);
            page.path("value").forEach(all::add);
            next = page.path("@odata.nextLink").asString("");
        }
        return all;
    }

    private JsonNode ask(Api api, String method, String url, @Nullable Object body)
            throws IOException, InterruptedException {
        while (true) {
            var answer = once(api, method, url, body);
            if (answer.statusCode() == UNAUTHORIZED) {
                tokens.remove(api);
            } else if (answer.statusCode() == THROTTLED) {
                pause(answer.headers().firstValue("Retry-After").orElse("1"));
            } else if (answer.statusCode() >= ERROR) {
                throw new Unusable(method + " " + url + " " + body + " was answered with " + answer.body());
            } else {
                return answer.body().isEmpty() ? Web.JSON.createObjectNode() : Web.JSON.readTree(answer.body());
            }
        }
    }

    private HttpResponse<String> once(Api api, String method, String url, @Nullable Object body)
            throws IOException, InterruptedException {
        var publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Web.JSON.writeValueAsString(body));
        var request = HttpRequest.newBuilder(URI.create(url.replace(" ", "%20")))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token(api))
                .header("Content-Type", "application/json")
                .method(method, publisher);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// There is nobody else, so the clock may skip.
    private void pause(String simulatedSeconds) throws IOException {
        var clock = simulation.clock();
        var nanos = (long) (Double.parseDouble(simulatedSeconds) * 1e9);
        simulation.skip(clock.now().plusNanos(nanos), clock.epoch());
    }

    private String token(Api api) throws IOException, InterruptedException {
        var token = tokens.get(api);
        if (token == null) {
            token = signIn(api);
            tokens.put(api, token);
        }
        return token;
    }

    private String signIn(Api api) throws IOException, InterruptedException {
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                application.id(),
                "client_secret",
                secret,
                "scope",
                SCOPES.getOrDefault(api, ""));
        var request = HttpRequest.newBuilder(URI.create(simulator + "/login/" + tenantId + "/oauth2/v2.0/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= ERROR) {
            throw new Unusable("The script cannot sign in: " + answer.body());
        }
        return Web.JSON.readTree(answer.body()).path("access_token").asString();
    }
}
