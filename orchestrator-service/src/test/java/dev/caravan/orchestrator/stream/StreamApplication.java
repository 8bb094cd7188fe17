package dev.caravan.orchestrator.stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/// The orchestrator without its console.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ConfigurationPropertiesScan
@ComponentScan({"dev.caravan.orchestrator.stream", "dev.caravan.orchestrator.pace"})
class StreamApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StreamApplication.class, arguments);
    }
}
