package dev.caravan.kit.connections;

import dev.caravan.kit.messaging.DeadLetters;
import dev.caravan.kit.messaging.KafkaClients;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.schemas.AvroRecords;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/// Gives a worker its connections.
@AutoConfiguration(afterName = "dev.caravan.kit.messaging.MessagingConfiguration")
@ConditionalOnBean(Worker.class)
class ConnectionConfiguration {

    @Bean
    ConnectionTable connections() {
        return new ConnectionTable();
    }

    @Bean(initMethod = "start")
    ConnectionFeed connectionFeed(
            KafkaClients kafka, AvroRecords records, ConnectionTable table, DeadLetters deadLetters) {
        return new ConnectionFeed(kafka, records, table, deadLetters);
    }
}
