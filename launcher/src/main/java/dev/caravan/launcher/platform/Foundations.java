package dev.caravan.launcher.platform;

import dev.caravan.launcher.Unusable;
import dev.caravan.schemas.SchemaRegistration;
import dev.caravan.schemas.SchemaRegistryClient;
import dev.caravan.schemas.TopicCreation;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Topics and schemas: what a deployment job lays before any service starts.
public final class Foundations {

    private static final short REPLICATION_FACTOR = 1;

    private Foundations() {}

    /// Creates the catalogue's topics that are missing, and answers how many those were.
    public static int topics(String bootstrapServers, int partitions) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return TopicCreation.createMissing(admin, partitions, REPLICATION_FACTOR)
                    .size();
        } catch (ExecutionException failure) {
            throw new Unusable("The topics cannot be created: " + failure.getCause(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unusable("Interrupted while creating topics.", interrupted);
        }
    }

    /// Registers every record type, and answers how many there are.
    public static int schemas(String registryApi) {
        try (var registry = new SchemaRegistryClient(URI.create(registryApi))) {
            return SchemaRegistration.registerAll(registry);
        }
    }
}
