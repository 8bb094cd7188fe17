package dev.caravan.launcher.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/// Main class of the broker's process: formats its directory once, then serves until it is terminated.
///
/// The only place that touches Kafka's server classes, which promise no compatibility.
///
/// Arguments: directory, port of the broker, port of the controller.
public final class Broker {

    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";

    private Broker() {}

    public static void main(String[] arguments) throws IOException {
        var data = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        var settings =
                new BrokerSettings(data, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).properties();
        var file = data.resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        format(file);
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "broker-stop"));
        server.startup();
        server.awaitShutdown();
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    /// Formatting a formatted directory changes nothing (`--ignore-formatted`), so that a restart finds its data.
    private static void format(Path file) throws IOException {
        var said = new ByteArrayOutputStream();
        var status = StorageTool.execute(
                new String[] {
                    "format",
                    "--ignore-formatted",
                    "--cluster-id",
                    CLUSTER_ID,
                    "--config",
                    file.toString(),
                    "--feature",
                    "transaction.version=2"
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException("The broker's directory " + file.getParent() + " cannot be formatted: "
                    + said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
