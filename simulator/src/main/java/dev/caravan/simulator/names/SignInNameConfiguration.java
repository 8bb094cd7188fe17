package dev.caravan.simulator.names;

import dev.caravan.simulator.journal.Journal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInNameSettings.class)
class SignInNameConfiguration {

    @Bean
    SignInNames signInNames(SignInNameSettings settings, Journal journal) {
        return new SignInNames(settings, journal);
    }
}
