package dev.caravan.kit.credentials;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Gives every service its [Credentials].
@AutoConfiguration
@EnableConfigurationProperties(CredentialSettings.class)
class CredentialConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Credentials credentials(CredentialSettings settings) {
        return new MountedCredentials(settings.directory(), System.getenv());
    }
}
