package dev.caravan.simulator;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A tenant, as a program meets it that has signed in with the tenant's application.
record CloudTenant(RunningSimulator simulator, String id, String secretRef) {

    static CloudTenant source(RunningSimulator simulator) {
        return new CloudTenant(simulator, SourceTenant.ID, SourceTenant.APP);
    }

    static CloudTenant destination(RunningSimulator simulator) {
        return new CloudTenant(
                simulator, "1509bb0a-9bf1-4331-8a11-8783593942a4", "fabrikam-to-contoso-destination-app");
    }

    private String token(String scope) {
        return new SourceTenant(simulator)
                .signIn(id, Map.of("client_secret", simulator.secret(secretRef), "scope", scope))
                .json()
                .path("access_token")
                .asString();
    }

    Reply graph(String method, String path, @Nullable String body) {
        return simulator.send(method, "/graph/v1.0" + path, body, token(SourceTenant.GRAPH_SCOPE));
    }

    Reply get(String path) {
        return graph("GET", path, null);
    }

    Reply delete(String path) {
        return graph("DELETE", path, null);
    }

    Reply patch(String path, String body) {
        return graph("PATCH", path, body);
    }

    Reply add(String domain) {
        return graph("POST", "/domains", "{\"id\": \"" + domain + "\"}");
    }

    Reply verify(String domain) {
        return graph("POST", "/domains/" + domain + "/verify", null);
    }

    /// Adds a domain and publishes what proves that it is this tenant's.
    void addAndProve(String domain) {
        add(domain);
        publish(domain, proof(domain));
    }

    String proof(String domain) {
        return get("/domains/" + domain + "/verificationDnsRecords")
                .json()
                .path("value")
                .path(0)
                .path("text")
                .asString();
    }

    /// Puts one text at a zone's own name.
    void publish(String zone, String text) {
        simulator.send(
                "PUT",
                "/portal/dns/zones/" + zone + "/rrsets/@/TXT",
                "{\"ttl\": 300, \"values\": [\"\\\"" + text + "\\\"\"]}",
                simulator.secret("fabrikam-to-contoso-person-dana"));
    }

    List<String> acceptedDomains() {
        return invoke("Get-AcceptedDomain", "{}")
                .json()
                .path("value")
                .valueStream()
                .map(row -> row.path("DomainName").asString())
                .toList();
    }

    Reply invoke(String cmdlet, String parameters) {
        return invoke(cmdlet, parameters, Map.of());
    }

    Reply invoke(String cmdlet, String parameters, Map<String, String> headers) {
        return simulator.send(
                "POST",
                "/exchange/adminapi/beta/" + id + "/InvokeCommand",
                SourceTenant.body(cmdlet, parameters),
                token(SourceTenant.EXCHANGE_SCOPE),
                headers);
    }

    /// Runs a cmdlet at an endpoint of the Admin API v2.0.
    Reply documented(String endpoint, String cmdlet, String parameters) {
        return simulator.send(
                "POST",
                "/exchange/adminapi/v2.0/" + id + "/" + endpoint,
                SourceTenant.body(cmdlet, parameters),
                token(SourceTenant.EXCHANGE_SCOPE));
    }

    /// A property of every row that a cmdlet answers about somebody.
    List<String> values(String cmdlet, String identity, String property) {
        return invoke(cmdlet, "{\"Identity\": \"%s\", \"ResultSize\": \"Unlimited\"}".formatted(identity))
                .json()
                .path("value")
                .valueStream()
                .map(row -> row.path(property).asString(""))
                .toList();
    }

    static String message(Reply reply) {
        JsonNode error = reply.json().path("error");
        return error.path("details").path(0).path("message").asString("")
                + error.path("message").asString("");
    }
}
