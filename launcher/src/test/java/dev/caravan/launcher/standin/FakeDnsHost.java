package dev.caravan.launcher.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.caravan.launcher.web.Web;
import dev.caravan.launcher.zone.RecordKey;
import dev.caravan.launcher.zone.RecordSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;

/// One zone with its portal, a primary that shows what the portal does, and a secondary that follows when it is told
/// to; and the parts of the simulator's control API that lead there.
final class FakeDnsHost implements AutoCloseable {

    static final String ZONE = "fabrikam.example";
    private static final String SECRET = "dana's secret";

    private final HttpServer http;
    private final Server primary;
    private final Server secondary;
    private final Map<String, RecordSet> zone = new ConcurrentSkipListMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean follows = true;
    private volatile boolean losesNextAnswer;

    FakeDnsHost() throws IOException {
        put(
                "fabrikam.example. SOA",
                3600,
                "ns1.fabrikam.example. hostmaster.fabrikam.example. 2026112001 7200 900 1209600 300");
        put("fabrikam.example. NS", 3600, "ns1.fabrikam.example.", "ns2.fabrikam.example.");
        put("fabrikam.example. TXT", 3600, "\"v=spf1 -all\"");
        primary = new Server(zone);
        secondary = new Server(new ConcurrentSkipListMap<>(zone));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        http.createContext("/sim/", this::simulator);
        http.createContext("/portal/dns/zones/", this::portal);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /// Requests to the portal, as `<person> <method> <path>`.
    List<String> calls() {
        return List.copyOf(calls);
    }

    Map<String, RecordSet> zone() {
        return new TreeMap<>(zone);
    }

    FakeDnsHost put(String key, long ttl, String... values) throws IOException {
        zone.put(key, new RecordSet(ttl, RecordSet.canonical(key, List.of(values))));
        return this;
    }

    /// The secondary stays behind from now on, or catches up.
    void secondaryFollows(boolean now) {
        follows = now;
        follow();
    }

    /// Makes the next change and answers with a failure all the same.
    void losesNextAnswer() {
        losesNextAnswer = true;
    }

    private void follow() {
        if (follows) {
            secondary.zone.clear();
            secondary.zone.putAll(zone);
        }
    }

    private void simulator(HttpExchange exchange) throws IOException {
        var answer = switch (exchange.getRequestURI().getPath()) {
            case "/sim/worlds" -> """
                [{"name": "fabrikam", "source": {"id": "s", "initialDomain": "s.example", "displayName": "S"},
                  "destination": {"id": "d", "initialDomain": "d.example", "displayName": "D"},
                  "movingDomains": ["fabrikam.example"], "zones": ["fabrikam.example"], "timeZone": "Europe/Berlin",
                  "dnsAccount": "dns:fabrikam", "tsig": {"keyName": "k.", "algorithm": "a", "credentialRef": "r"},
                  "persons": [{"name": "Dana Reyes", "credentialRef": "dana"}], "bittitanWorkgroup": null}]""";
            case "/sim/credentials" -> "{\"dana\": \"" + SECRET + "\"}";
            default -> """
                {"servers": {"ns1.fabrikam.example.": "127.0.0.1:%d", "ns2.fabrikam.example.": "127.0.0.1:%d"},
                 "resolver": ""}""".formatted(primary.port(), secondary.port());
        };
        reply(exchange, 200, answer);
    }

    private void portal(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getPath().substring("/portal/dns/zones/".length());
        var isDana = ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        calls.add((isDana ? "dana " : "stranger ") + exchange.getRequestMethod() + " " + path);
        if (!isDana) {
            reply(exchange, 401, "{\"detail\": \"this takes the credential of a person\"}");
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            reply(exchange, 200, Web.JSON.writeValueAsString(Map.of("zone", ZONE, "rrsets", shown())));
            return;
        }
        var parts = path.split("/", -1);
        var key = RecordKey.of(URLDecoder.decode(parts[2], StandardCharsets.UTF_8) + " " + parts[3]);
        if (exchange.getRequestMethod().equals("DELETE")) {
            zone.remove(key);
        } else {
            var sent = Web.JSON.readTree(body);
            put(
                    key,
                    sent.path("ttl").asLong(),
                    sent.path("values").valueStream().map(JsonNode::asString).toArray(String[]::new));
        }
        follow();
        if (losesNextAnswer) {
            losesNextAnswer = false;
            exchange.close();
            return;
        }
        reply(exchange, 200, "{\"effect\": []}");
    }

    private List<Map<String, Object>> shown() {
        return zone.entrySet().stream()
                .map(set -> Map.<String, Object>of(
                        "name", RecordKey.name(set.getKey()),
                        "type", RecordKey.type(set.getKey()),
                        "ttl", set.getValue().ttlSeconds(),
                        "values", List.copyOf(set.getValue().values())))
                .toList();
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        primary.close();
        secondary.close();
    }

    /// Answers over UDP what its copy of the zone holds.
    private static final class Server implements AutoCloseable {

        private final Map<String, RecordSet> zone;
        private final DatagramSocket socket;

        Server(Map<String, RecordSet> zone) throws IOException {
            this.zone = zone;
            this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try {
                while (true) {
                    var packet = new DatagramPacket(new byte[4096], 4096);
                    socket.receive(packet);
                    var answer = answer(new Message(packet.getData())).toWire();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }

        private Message answer(Message question) throws IOException {
            var answer = new Message(question.getHeader().getID());
            answer.getHeader().setFlag(Flags.QR);
            answer.addRecord(question.getQuestion(), Section.QUESTION);
            var name = question.getQuestion().getName();
            var type = question.getQuestion().getType();
            var found = zone.get(RecordKey.of(name + " " + Type.string(type)));
            if (found != null) {
                for (var value : found.values()) {
                    answer.addRecord(
                            Record.fromString(name, type, DClass.IN, found.ttlSeconds(), value, Name.root),
                            Section.ANSWER);
                }
            }
            return answer;
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
