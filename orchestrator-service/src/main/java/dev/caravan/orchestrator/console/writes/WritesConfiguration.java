package dev.caravan.orchestrator.console.writes;

import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.schemas.AvroRecords;
import java.time.InstantSource;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WritesConfiguration {

    @Bean
    WriteLog writeLog(KafkaProperties kafka, KafkaConnectionDetails servers, AvroRecords records) {
        var configuration = kafka.buildProducerProperties();
        configuration.put("bootstrap.servers", servers.getProducer().getBootstrapServers());
        return KafkaWriteLog.on(configuration, records);
    }

    @Bean
    Requests requests(WriteLog log, RunViews views, InstantSource clock) {
        return new Requests(log, views, clock);
    }

    @Bean
    ConnectionChanges connectionChanges(WriteLog log, Connections connections, InstantSource clock) {
        return new ConnectionChanges(log, connections, clock);
    }
}
