package dev.caravan.acceptance;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One demo that stays up, looked at with other people's tools: dig, kcat, Confluent's Python client, a browser; and at
/// the end searched for secrets.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideProofIT {

    private static final String PYTHON = "/usr/bin/python3";

    private Path folder;
    private LaunchedDemo demo;

    @BeforeAll
    void start(@TempDir Path fresh) throws IOException {
        folder = fresh;
        demo = LaunchedDemo.launch(folder);
        demo.awaitOutput("Everything stays up until Ctrl-C");
    }

    @AfterAll
    void stop() throws IOException {
        demo.close();
    }

    @Test
    @Order(1)
    @NeedsDebian(file = "/usr/bin/dig", pkg = "bind9-dnsutils")
    void dig_shows_the_lowered_ttl_on_both_servers() throws Exception {
        assertThat(mxTtlAt("127.0.0.1")).isEqualTo("300");
        assertThat(mxTtlAt("127.0.0.2")).isEqualTo("300");
    }

    @Test
    @Order(2)
    @NeedsDebian(file = "/usr/lib/python3/dist-packages/confluent_kafka", pkg = "python3-confluent-kafka")
    void confluents_python_client_decodes_every_record_of_every_topic() throws Exception {
        // When
        JsonNode topics = JsonMapper.shared()
                .readTree(Tool.output(
                        folder, PYTHON, "src/test/python/decode_topics.py", demo.bootstrapServers(), demo.registry()));

        // Then
        assertThat(topics.propertyStream().map(Map.Entry::getKey))
                .contains("caravan.run.inputs", "caravan.dns.commands", "caravan.dns.events", "caravan.connections");
        assertThat(topics)
                .allSatisfy(topic -> assertThat(topic.path("problems")).isEmpty());
        assertThat(topics.path("caravan.dns.commands").path("types").has("dev.caravan.schemas.dns.LowerTtl"))
                .isTrue();
        JsonNode sequences = topics.path("caravan.run.events").path("sequences");
        assertThat(sequences).isNotEmpty().allSatisfy(OutsideProofIT::assertGapless);
    }

    @Test
    @Order(3)
    @NeedsDebian(file = "/usr/bin/kcat", pkg = "kcat")
    void kcat_shows_keys_and_headers() throws Exception {
        // When
        String lines = Tool.output(
                folder,
                "/usr/bin/kcat",
                "-b",
                demo.bootstrapServers(),
                "-C",
                "-t",
                "caravan.dns.commands",
                "-o",
                "beginning",
                "-e",
                "-q",
                "-f",
                "%k|%h\\n");

        // Then
        assertThat(lines.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .startsWith("dns:")
                        .contains(
                                "ce_specversion=1.0",
                                "ce_type=dev.caravan.schemas.dns.",
                                "content-type=application/avro"));
    }

    @Test
    @Order(4)
    @NeedsDebian(file = "/usr/bin/chromium", pkg = "chromium")
    void the_dashboard_shows_the_run_and_its_steps() {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(chromium())) {
            // When
            Page page = browser.newPage();
            page.navigate("http://127.0.0.1:" + demo.port(0) + "/");
            page.locator("a[href*='/runs/']").first().click();

            // Then
            page.waitForURL("**/runs/**");
            assertThat(page.content()).contains("fabrikam.example", "TTL").doesNotContain("${");
        }
    }

    @Test
    @Order(5)
    void a_person_backs_the_finished_run_out_and_the_ttl_returns() throws Exception {
        // Given
        String run = demo.get("/api/runs").get(0).path("runId").asString();

        // When
        int status = demo.post(
                        "/api/runs/" + run + "/back-out?wait", "A. Person", "{\"reason\":\"the customer says stop\"}")
                .statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(
                                demo.get("/api/runs/" + run).path("state").asString())
                        .isEqualTo("backed-out"));
    }

    @Test
    @Order(6)
    @NeedsDebian(file = "/usr/bin/dig", pkg = "bind9-dnsutils")
    void dig_shows_the_original_ttl_on_both_servers_after_the_back_out() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(mxTtlAt("127.0.0.1")).isEqualTo("14400");
            assertThat(mxTtlAt("127.0.0.2")).isEqualTo("14400");
        });
    }

    @Test
    @Order(7)
    void secrets_lie_where_they_are_kept_and_nowhere_else() throws Exception {
        // Given
        Map<String, String> secrets = secrets();

        // When
        SecretSearch.Outcome search = new SecretSearch(secrets).in(demo);

        // Then
        assertThat(secrets).containsKey("fabrikam-to-contoso-dns-tsig");
        assertThat(search.looked())
                .contains("file report.json", "file dump/calls.jsonl", "file output")
                .contains("file data/logs/orchestrator-service.log", "file data/logs/dns-service.log")
                .contains("value on caravan.dns.commands", "header on caravan.dns.events", "key on caravan.connections")
                .contains("value on caravan-orchestrator-runs-changelog", "value on __consumer_offsets")
                .contains("answer of 0 to /api/connections", "answer of 0 to /api/stream", "answer of 7 to /actuator");
        assertThat(search.found().keySet())
                .as(() -> "found: " + search.found())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("answer of 1 to /sim/credentials", "file data/simulator/journal.jsonl"),
                                secrets.keySet().stream().map("file data/credentials/"::concat))
                        .toList());
    }

    @Test
    @Order(8)
    void a_canary_is_found_wherever_and_however_it_is_planted() throws Exception {
        // Given
        String canary = "Y2FuYXJ5Pz8+fn5+Pz8+Y2FuYXJ5Pz8+fn5+Pz8+PT0=";
        List<String> forms = SecretSearch.forms(canary).toList();
        for (int form = 0; form < forms.size(); form++) {
            Path log = demo.data().resolve("logs/canary-" + form + ".log");
            Files.writeString(log, "cause=" + forms.get(form), StandardCharsets.ISO_8859_1);
        }
        sendDeadLetter(Base64.getDecoder().decode(canary), "canary", canary);

        // When
        int status = demo.put("/api/connections/canary", "A. Person", """
                {"kind": "dns", "displayName": "%s", "customerId": "11111111-2222-3333-4444-555555555555",
                 "account": "dns:canary", "credentialRef": "canary", "allowedHosts": ["ns1.canary.example"],
                 "settings": {"keyName": "canary."}}""".formatted(canary))
                .statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(new SecretSearch(Map.of("canary", canary)).in(demo).found().keySet())
                .containsAll(IntStream.range(0, forms.size())
                        .mapToObj("file data/logs/canary-%d.log"::formatted)
                        .toList())
                .contains("key on caravan.dns.commands.dlt", "header on caravan.dns.commands.dlt")
                .contains("value on caravan.connections", "answer of 0 to /api/connections/canary");
    }

    private Map<String, String> secrets() {
        try (Stream<String> lines = demo.lines(1, "/sim/credentials").body()) {
            return JsonMapper.shared()
                    .readTree(lines.collect(joining()))
                    .propertyStream()
                    .collect(
                            toMap(Map.Entry::getKey, secret -> secret.getValue().asString()));
        }
    }

    private void sendDeadLetter(byte[] key, String header, String text) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", demo.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>("caravan.dns.commands.dlt", key, null);
            letter.headers().add(header, text.getBytes(StandardCharsets.UTF_8));
            producer.send(letter).get();
        }
    }

    private String mxTtlAt(String server) throws IOException, InterruptedException {
        String answer = Tool.output(
                folder,
                "/usr/bin/dig",
                "@" + server,
                "-p",
                Integer.toString(demo.port(10)),
                "+noall",
                "+answer",
                "fabrikam.example",
                "MX");
        return answer.strip().split("\\s+")[1];
    }

    private static void assertGapless(JsonNode sequence) {
        List<Long> numbers = StreamSupport.stream(sequence.spliterator(), false)
                .map(JsonNode::asLong)
                .sorted()
                .toList();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    private static BrowserType.LaunchOptions chromium() {
        return new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
    }
}
