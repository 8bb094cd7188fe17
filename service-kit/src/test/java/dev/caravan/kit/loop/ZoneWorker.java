package dev.caravan.kit.loop;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.kit.loop.ZoneWorker.Fact.Captured;
import dev.caravan.kit.loop.ZoneWorker.Fact.Lowered;
import dev.caravan.kit.loop.ZoneWorker.Order.Capture;
import dev.caravan.kit.loop.ZoneWorker.Order.Lower;
import dev.caravan.kit.messaging.CommonRecords;
import dev.caravan.kit.messaging.Vocabulary;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.dns.CaptureZone;
import dev.caravan.schemas.dns.LowerTtl;
import dev.caravan.schemas.dns.TtlLowered;
import dev.caravan.schemas.dns.TtlLoweringPlanned;
import dev.caravan.schemas.dns.ZoneCaptured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// A whole service in miniature: two commands on a [RemoteHost]. Lowering zones is what changes something; capturing
/// the zone `bug` is what fails in a way that it should not.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ZoneWorker {

    static final String HOST = "host.example";

    public static void main(String[] arguments) {
        SpringApplication.run(ZoneWorker.class, arguments);
    }

    sealed interface Order {
        record Lower(List<String> zones, int ttl) implements Order {}

        record Capture(List<String> zones) implements Order {}
    }

    sealed interface Fact {
        record Lowered(int applied) implements Fact {}

        record Captured(List<String> zones) implements Fact {}
    }

    @Bean
    Worker<Order, Fact> worker() {
        var lowering = new Lowering();
        var capturing = new Capturing();
        return new Worker<>(WorkerService.DNS, new Words(), order -> switch (order) {
            case Lower lower -> lowering.of(lower);
            case Capture capture -> capturing.of(capture);
        });
    }

    /// Lowers one zone after the other.
    static final class Lowering implements Doing<Lower, Map<String, Integer>, Fact> {

        private final Remote remote = new Remote();

        @Override
        public Outcome<Map<String, Integer>> observe(Lower order, Call call) {
            Outcome<Map<String, Integer>> observed = Outcome.done(Map.of());
            for (var zone : order.zones()) {
                observed = observed.then(before -> remote.read(zone, call).map(ttl -> with(before, zone, ttl)));
            }
            return observed;
        }

        @Override
        public Plan plan(Lower order, Map<String, Integer> observed) {
            var changes = new ArrayList<Change>();
            observed.forEach((zone, ttl) -> {
                if (ttl > order.ttl()) {
                    changes.add(new Change(
                            "zone",
                            zone,
                            "ttl",
                            List.of(ttl.toString()),
                            List.of(Integer.toString(order.ttl())),
                            "Lower the TTL of " + zone));
                }
            });
            return Plan.of(changes, observed.size());
        }

        @Override
        public Outcome<Fact> apply(Lower order, Map<String, Integer> observed, Plan plan, Call call) {
            Outcome<Integer> applied = Outcome.done(0);
            for (var change : plan.changes()) {
                applied = applied.then(
                        count -> remote.write(change.id(), order.ttl(), call).map(_ -> count + 1));
            }
            return applied.map(Lowered::new);
        }

        private static Map<String, Integer> with(Map<String, Integer> before, String zone, int ttl) {
            var after = new TreeMap<>(before);
            after.put(zone, ttl);
            return after;
        }
    }

    /// Reads zones.
    static final class Capturing implements Asking<Capture, Fact> {

        private final Remote remote = new Remote();

        @Override
        public Outcome<Fact> ask(Capture order, Call call, Telling<Fact> telling) {
            if (order.zones().contains("bug")) {
                throw new IllegalStateException("a bug");
            }
            Outcome<Integer> read = Outcome.done(0);
            for (var zone : order.zones()) {
                read = read.then(_ -> remote.read(zone, call));
            }
            return read.map(_ -> new Captured(order.zones()));
        }
    }

    /// The adapter: every call goes through the command's leave.
    static final class Remote {

        private final HttpClient http = HttpClient.newHttpClient();

        Outcome<Integer> read(String zone, Call call) {
            return call.remote("zones", HOST, () -> send(request(zone, call).GET()));
        }

        Outcome<Integer> write(String zone, int ttl, Call call) {
            var body = HttpRequest.BodyPublishers.ofString(Integer.toString(ttl));
            return call.remote("zones", HOST, () -> send(request(zone, call).PUT(body)));
        }

        private Outcome<Integer> send(HttpRequest.Builder request) {
            try {
                var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return Outcome.done(Integer.valueOf(answer.body()));
            } catch (IOException e) {
                return Outcome.failedForNow("no-answer", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Outcome.failedForNow("no-answer", e.toString());
            }
        }

        private static HttpRequest.Builder request(String zone, Call call) {
            var port = call.connection().setting("port").orElseThrow();
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + zone));
        }
    }

    /// The service's words on the wire.
    static final class Words implements Vocabulary<Order, Fact> {

        @Override
        public Optional<Order> toCommand(SpecificRecord record) {
            return switch (record) {
                case LowerTtl lower -> Optional.of(new Lower(lower.getZones(), lower.getTtlSeconds()));
                case CaptureZone capture -> Optional.of(new Capture(capture.getZones()));
                default -> Optional.empty();
            };
        }

        @Override
        public SpecificRecord toEvent(EventHeader header, Fact fact) {
            return switch (fact) {
                case Lowered(var applied) ->
                    TtlLowered.newBuilder()
                            .setContext(CommonRecords.context(header))
                            .setApplied(applied)
                            .setUnchanged(0)
                            .setOldTtlSecondsMax(RemoteHost.TTL_AT_FIRST)
                            .build();
                case Captured(var zones) ->
                    ZoneCaptured.newBuilder()
                            .setContext(CommonRecords.context(header))
                            .setZones(zones)
                            .setRecordSets(zones.size())
                            .setDigest("")
                            .setMailTtlSecondsMax(RemoteHost.TTL_AT_FIRST)
                            .build();
            };
        }

        @Override
        public SpecificRecord toPlanned(EventHeader header, Order order, Plan plan) {
            return TtlLoweringPlanned.newBuilder()
                    .setContext(CommonRecords.context(header))
                    .setChanges(CommonRecords.changesOut(plan.changes()))
                    .build();
        }
    }
}
