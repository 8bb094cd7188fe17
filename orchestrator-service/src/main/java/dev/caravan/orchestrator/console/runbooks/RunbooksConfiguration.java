package dev.caravan.orchestrator.console.runbooks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunbooksConfiguration {

    @Bean
    RunbookShelf runbookShelf() {
        return new RunbookShelf();
    }
}
