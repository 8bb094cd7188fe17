package dev.caravan.simulator.journal;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalSettings.class)
class JournalConfiguration {

    @Bean
    Journal journal(JournalSettings settings) {
        return Journal.open(settings.data());
    }

    @Bean
    Replay replay(Journal journal, List<Recalling> parts) {
        return new Replay(journal, parts);
    }
}
