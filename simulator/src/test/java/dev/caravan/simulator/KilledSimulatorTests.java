package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.ports.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A simulator in a process of its own, killed without warning.
class KilledSimulatorTests {

    private static final String ZONE = "/portal/dns/zones/fabrikam.example";

    @TempDir
    Path directory;

    private final int port = FreePort.find();
    private final int dnsPort = FreePort.find();
    private final int resolverPort = FreePort.find();
    private final int bittitanPort = FreePort.find();
    private final Path traffic = GraphTraffic.file();
    private final HttpClient http = HttpClient.newHttpClient();

    private @Nullable Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
        GraphTraffic.assertDescribed(traffic);
    }

    @Test
    void zones_calls_letters_secrets_faults_and_clock_outlive_a_kill() throws Exception {
        // Given
        start();
        send("POST", "/sim/clock/start", "", "");
        send("POST", "/sim/clock/skip", "{\"to\": \"2026-11-24T08:00:00Z\", \"epoch\": 1}", "");
        String token =
                json("/sim/credentials").path("fabrikam-to-contoso-person-dana").asString();
        send("PUT", ZONE + "/rrsets/note/TXT", "{\"ttl\": 60, \"values\": [\"\\\"kept\\\"\"]}", token);
        send("POST", "/sim/faults", "{\"kind\": \"dns-refuse\", \"count\": 3}", "");
        String zone = send("GET", ZONE, null, token);
        JsonNode calls = json("/sim/calls");
        JsonNode letters = json("/sim/messages");
        String secrets = send("GET", "/sim/credentials", null, "");
        Instant clock = Instant.parse(json("/sim/clock").path("now").asString());
        // When
        kill();
        start();
        // Then
        assertThat(send("GET", ZONE, null, token)).isEqualTo(zone).contains("kept");
        assertThat(json("/sim/calls").valueStream().limit(calls.size())).containsExactlyElementsOf(calls);
        assertThat(json("/sim/messages").valueStream().limit(letters.size())).containsExactlyElementsOf(letters);
        assertThat(send("GET", "/sim/credentials", null, "")).isEqualTo(secrets);
        assertThat(json("/sim/faults").path(0).path("count").asInt()).isEqualTo(3);
        assertThat(json("/sim/clock").path("epoch").asLong()).isEqualTo(2);
        assertThat(Instant.parse(json("/sim/clock").path("now").asString())).isAfter(clock);
    }

    @Test
    void what_is_under_way_with_a_domain_outlives_a_kill() throws Exception {
        // Given
        start();
        send("PUT", "/sim/domains", "{\"release\": \"PT40H\"}", "");
        String token = token();
        send("POST", "/graph/v1.0/domains", "{\"id\": \"spare.example\"}", token);
        send("DELETE", "/graph/v1.0/domains/spare.example", null, token);
        String domain = send("GET", "/graph/v1.0/domains/spare.example", null, token);
        // When
        kill();
        start();
        // Then
        assertThat(send("GET", "/graph/v1.0/domains/spare.example", null, token))
                .isEqualTo(domain)
                .contains("InProgress");
        assertThat(json("/sim/domains").path("release").asString()).isEqualTo("PT40H");
    }

    @Test
    void objects_members_mailboxes_and_settings_outlive_a_kill() throws Exception {
        // Given
        start();
        send("PUT", "/sim/sign-in-names", "{\"addresses\": \"late\"}", "");
        String token = token();
        String group = JsonMapper.shared()
                .readTree(send("POST", "/graph/v1.0/groups", """
                        {"displayName": "First", "mailNickname": "first", "mailEnabled": false, "securityEnabled": true,
                         "members@odata.bind": ["/users/9ec04ece-4350-4c17-a1e5-2f212cd552a0"]}""", token))
                .path("id")
                .asString();
        send("POST", "/graph/v1.0/users/9ec04ece-4350-4c17-a1e5-2f212cd552a0/assignLicense", """
                {"addLicenses": [], "removeLicenses": ["6fd2c87f-b296-42f0-b197-1e91e994b900"]}""", token);
        send("DELETE", "/graph/v1.0/users/ada.fuchs@fabrikam-group.example", null, token);
        List<String> paths = List.of(
                "/groups/" + group + "/members?$select=id,proxyAddresses,mail",
                "/directory/deletedItems/microsoft.graph.user",
                "/subscribedSkus");
        String before = all(paths, token);
        // When
        kill();
        start();
        // Then
        assertThat(all(paths, token)).isEqualTo(before).contains("bjorn.abel@fabrikam.onmicrosoft.com", "Ada Fuchs");
        assertThat(json("/sim/sign-in-names").path("addresses").asString()).isEqualTo("late");
    }

    @Test
    void what_was_asked_of_bittitan_outlives_a_kill() throws Exception {
        // Given
        start();
        String password =
                json("/sim/credentials").path(BitTitanRunner.CREDENTIAL).asString();
        String customer;
        try (BitTitanRunner runner = BitTitanRunner.at(bittitanPort)) {
            runner.hello(password);
            String workgroup = BitTitanProject.id(runner.one("Get-BT_Workgroup", "bt", Map.of()));
            customer = runner.one(
                            "Add-BT_Customer",
                            "bt",
                            Map.of(
                                    "WorkgroupId",
                                    workgroup,
                                    "PrimaryDomain",
                                    "fabrikam.example",
                                    "CompanyName",
                                    "Fabrikam"))
                    .toString();
        }
        // When
        kill();
        start();
        // Then
        try (BitTitanRunner runner = BitTitanRunner.at(bittitanPort)) {
            runner.hello(password);
            assertThat(runner.one("Get-BT_Customer", "bt", Map.of()).toString()).isEqualTo(customer);
        }
    }

    private String all(List<String> paths, String token) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String path : paths) {
            all.append(send("GET", "/graph/v1.0" + path, null, token));
        }
        return all.toString();
    }

    private String token() throws Exception {
        String secret = json("/sim/credentials").path(SourceTenant.APP).asString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/login/" + SourceTenant.ID + "/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                        + SourceTenant.APPLICATION + "&client_secret="
                        + URLEncoder.encode(secret, StandardCharsets.UTF_8) + "&scope=" + SourceTenant.GRAPH_SCOPE))
                .build();
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("access_token")
                .asString();
    }

    private void start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Simulator.class.getName(),
                "--port",
                String.valueOf(port),
                "--dns-port",
                String.valueOf(dnsPort),
                "--resolver-port",
                String.valueOf(resolverPort),
                "--bittitan-port",
                String.valueOf(bittitanPort),
                "--world",
                SampleWorld.FOLDER.toString(),
                "--data",
                directory.resolve("data").toString(),
                "--simulator.graph.traffic=" + traffic);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> send("GET", "/actuator/health", null, "").contains("UP"));
    }

    private void kill() throws InterruptedException {
        java.util.Objects.requireNonNull(process).destroyForcibly().waitFor();
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(send("GET", path, null, ""));
    }

    private String send(String method, String path, @Nullable String body, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isBetween(200, 204);
        return response.body();
    }
}
