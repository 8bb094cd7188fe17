package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The customer's own people at work in the source of the sample world while a run goes on: they know nothing of it.
final class CustomerIt implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TENANT = "47eaa099-2cb6-416d-86dc-283cf0480ff9";
    private static final String APPLICATION = "00000000-1111-2222-3333-444444444444";
    private static final String CREDENTIAL = "fabrikam-to-contoso-source-app";
    private static final String GRAPH = "https://graph.microsoft.com";
    private static final String EXCHANGE = "https://outlook.office365.com";
    private static final String PRODUCT = "6fd2c87f-b296-42f0-b197-1e91e994b900";
    private static final String DOMAIN = "@fabrikam.example";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String simulator;

    CustomerIt(LaunchedDemo demo) {
        this.simulator = "http://127.0.0.1:" + demo.port(1);
    }

    /// Somebody gets a mailbox and belongs to a list.
    ///
    /// @param name the local part of the address
    /// @return the address
    String hire(String name, String list) {
        String address = name + DOMAIN;
        JsonNode user = ok(post(
                "/graph/v1.0/users",
                GRAPH,
                Map.of(
                        "accountEnabled",
                        true,
                        "displayName",
                        name,
                        "mailNickname",
                        name,
                        "userPrincipalName",
                        address,
                        "usageLocation",
                        "DE",
                        "passwordProfile",
                        Map.of("password", "Welcome-to-Fabrikam-1", "forceChangePasswordNextSignIn", true))));
        ok(post(
                "/graph/v1.0/users/" + user.path("id").asString() + "/assignLicense",
                GRAPH,
                Map.of(
                        "addLicenses",
                        new Object[] {Map.of("skuId", PRODUCT, "disabledPlans", new String[0])},
                        "removeLicenses",
                        new String[0])));
        await("the mailbox of " + address)
                .atMost(Duration.ofMinutes(1))
                .until(() -> join(address, list).statusCode() == 200);
        return address;
    }

    private HttpResponse<String> join(String address, String list) {
        return post(
                "/exchange/adminapi/beta/" + TENANT + "/InvokeCommand",
                EXCHANGE,
                Map.of(
                        "CmdletInput",
                        Map.of(
                                "CmdletName",
                                "Add-DistributionGroupMember",
                                "Parameters",
                                Map.of("Identity", list, "Member", address, "BypassSecurityGroupManagerCheck", true))));
    }

    private HttpResponse<String> post(String path, String audience, Map<String, Object> body) {
        return send(HttpRequest.newBuilder(URI.create(simulator + path))
                .header("Authorization", "Bearer " + token(audience))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private String token(String audience) {
        String secret = ok(send(HttpRequest.newBuilder(URI.create(simulator + "/sim/credentials"))))
                .path(CREDENTIAL)
                .asString();
        String form = Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        APPLICATION,
                        "client_secret",
                        secret,
                        "scope",
                        audience + "/.default")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ok(send(HttpRequest.newBuilder(URI.create(simulator + "/login/" + TENANT + "/oauth2/v2.0/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))))
                .path("access_token")
                .asString();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
