package dev.caravan.orchestrator.console.live;

import dev.caravan.orchestrator.console.views.RunViews;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {

    @Bean
    LiveClients liveClients(RunViews views, LiveSettings settings) {
        return new LiveClients(views, settings);
    }
}
