package dev.caravan.kit.testing;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/// Kafka's own image, of the version of our clients.
final class ContainerBroker implements AutoCloseable {

    static final String IMAGE = "apache/kafka:" + AppInfoParser.getVersion();

    private final KafkaContainer kafka = new KafkaContainer(IMAGE)
            .withEnv(TestBroker.SETTINGS.entrySet().stream()
                    .collect(Collectors.toMap(setting -> variable(setting.getKey()), setting -> setting.getValue())));

    ContainerBroker() {
        kafka.start();
    }

    static boolean canRun() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void close() {
        kafka.stop();
    }

    /// `log.dirs` as the image expects it: `KAFKA_LOG_DIRS`.
    static String variable(String setting) {
        return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
