package dev.caravan.orchestrator.stream;

import dev.caravan.schemas.RegistryUnavailable;
import dev.caravan.schemas.SchemaIds;
import dev.caravan.schemas.TopicCatalogue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/// A registry that is asked once: every schema that the orchestrator reads or writes is learnt before the topology
/// starts, so that the registry may be away while runs go on. Only a schema that came later needs it again.
final class KnownSchemas implements SchemaIds {

    private final SchemaIds registry;
    private final Map<String, Map<Schema, Integer>> idBySubject = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemaById = new ConcurrentHashMap<>();

    KnownSchemas(SchemaIds registry) {
        this.registry = registry;
    }

    /// Asks for all schemas of our topics; answers what is still missing, for people to read.
    Optional<String> learn() {
        try {
            Stream.concat(TopicCatalogue.readByOrchestrator().stream(), RunTopology.written())
                    .flatMap(topic -> TopicCatalogue.find(topic).stream())
                    .forEach(topic -> topic.records().forEach(record -> schemaOf(idOf(topic.subject(record), record))));
            return Optional.empty();
        } catch (RegistryUnavailable missing) {
            return Optional.of(String.valueOf(missing.getMessage()));
        }
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return idBySubject
                .computeIfAbsent(subject, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(schema, _ -> registry.idOf(subject, schema));
    }

    @Override
    public Schema schemaOf(int id) {
        return schemaById.computeIfAbsent(id, registry::schemaOf);
    }
}
