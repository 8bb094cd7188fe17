package dev.caravan.simulator;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The source tenant of the sample world, as a program meets it that has signed in.
record SourceTenant(RunningSimulator simulator) {

    static final String ID = "47eaa099-2cb6-416d-86dc-283cf0480ff9";
    static final String APPLICATION = "00000000-1111-2222-3333-444444444444";
    static final String APP = "fabrikam-to-contoso-source-app";
    static final String GRAPH_SCOPE = "https://graph.microsoft.com/.default";
    static final String EXCHANGE_SCOPE = "https://outlook.office365.com/.default";

    Reply signIn(String tenant, Map<String, String> otherwise) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                APPLICATION,
                "client_secret",
                simulator.secret(APP),
                "scope",
                GRAPH_SCOPE));
        form.putAll(otherwise);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return simulator.send(
                "POST",
                "/login/" + tenant + "/oauth2/v2.0/token",
                body,
                null,
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    String token(String scope) {
        return signIn(ID, Map.of("scope", scope)).json().path("access_token").asString();
    }

    Reply get(String path) {
        return simulator.send("GET", "/graph/v1.0" + path, null, token(GRAPH_SCOPE));
    }

    Reply patch(String path, String body) {
        return simulator.send("PATCH", "/graph/v1.0" + path, body, token(GRAPH_SCOPE));
    }

    /// All pages of a collection.
    List<JsonNode> all(String path) {
        List<JsonNode> objects = new ArrayList<>();
        String next = "/graph/v1.0" + path;
        while (!next.isEmpty()) {
            JsonNode page =
                    simulator.send("GET", next, null, token(GRAPH_SCOPE)).json();
            page.path("value").forEach(objects::add);
            next = simulator.path(page.path("@odata.nextLink").asString(""));
        }
        return objects;
    }

    Reply invoke(String cmdlet, String parameters) {
        return simulator.send(
                "POST",
                "/exchange/adminapi/beta/" + ID + "/InvokeCommand",
                body(cmdlet, parameters),
                token(EXCHANGE_SCOPE));
    }

    static String body(String cmdlet, String parameters) {
        return "{\"CmdletInput\": {\"CmdletName\": \"%s\", \"Parameters\": %s}}".formatted(cmdlet, parameters);
    }
}
