package dev.caravan.launcher.tools;

import dev.caravan.schemas.SchemaRegistration;
import dev.caravan.schemas.SchemaRegistryClient;
import dev.caravan.schemas.TopicCreation;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `caravan setup`: what a deployment does once before its services start.
@Command(
        name = "setup",
        description = {
            "Creates the topics that are missing and registers every schema: the deployment's job, never a service's.",
            "Doing it again changes nothing."
        },
        mixinStandardHelpOptions = true)
public final class SetupCommand implements Callable<Integer> {

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", required = true, description = "The brokers.")
    private String bootstrapServers = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            required = true,
            description = "A Confluent-compatible registry, up to the version: http://host:8081/apis/ccompat/v7")
    private URI registry = URI.create("");

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "12",
            description = "Of each topic; cannot be changed later. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of each topic. Default: ${DEFAULT-VALUE}.")
    private short replicationFactor;

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(
                        Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
                SchemaRegistryClient client = new SchemaRegistryClient(registry)) {
            var created = TopicCreation.createMissing(admin, partitions, replicationFactor);
            var schemas = SchemaRegistration.registerAll(client);
            System.out.printf("%d topics created, %d schemas registered%n", created.size(), schemas);
            return 0;
        }
    }
}
