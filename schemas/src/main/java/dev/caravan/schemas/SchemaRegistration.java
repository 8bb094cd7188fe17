package dev.caravan.schemas;

import org.apache.avro.Schema;

/// Puts the whole vocabulary into a registry: the launcher's and the deployment job's part. Services never register.
public final class SchemaRegistration {

    /// A new version must read everything that was ever written to the subject.
    public static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private SchemaRegistration() {}

    /// Registers every record type of every topic and answers how many there are. Doing it again changes nothing.
    public static int registerAll(SchemaRegistryClient registry) {
        registry.compatibility(COMPATIBILITY);
        int count = 0;
        for (TopicCatalogue.Topic topic : TopicCatalogue.topics()) {
            for (Schema record : topic.records()) {
                registry.register(topic.subject(record), record);
                count++;
            }
        }
        return count;
    }
}
