package dev.caravan.license;

import dev.caravan.kit.credentials.Credentials;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.license.messaging.LicenseVocabulary;
import dev.caravan.license.migrating.LicenseCommand;
import dev.caravan.license.migrating.LicenseFact;
import dev.caravan.license.migrating.LicenseHandlers;
import dev.caravan.license.runner.BitTitan;
import dev.caravan.license.runner.RunnerSettings;
import dev.caravan.license.tenant.m365.ExchangeMailboxes;
import dev.caravan.license.tenant.m365.GraphLicences;
import dev.caravan.license.tool.bittitan.BitTitanTool;
import dev.caravan.m365.Microsoft365;
import dev.caravan.schemas.WorkerService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the service is put together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunnerSettings.class)
class LicenseConfiguration {

    @Bean
    BitTitan bittitan(RunnerSettings settings, Credentials credentials) {
        return new BitTitan(settings, credentials);
    }

    @Bean
    Worker<LicenseCommand, LicenseFact> worker(BitTitan bittitan, Microsoft365 microsoft365, Credentials credentials) {
        var handlers = new LicenseHandlers(
                BitTitanTool.of(bittitan),
                new ExchangeMailboxes(microsoft365),
                new GraphLicences(microsoft365),
                credentials);
        return new Worker<>(WorkerService.LICENSE, new LicenseVocabulary(), handlers);
    }
}
