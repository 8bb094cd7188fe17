package dev.caravan.orchestrator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Runs runbooks: folds what people ask and workers tell, and answers with commands.
@SpringBootApplication
@ConfigurationPropertiesScan
public class OrchestratorService {

    public static void main(String[] arguments) {
        SpringApplication.run(OrchestratorService.class, arguments);
    }
}
