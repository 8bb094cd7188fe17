package dev.caravan.inventory;

import dev.caravan.inventory.messaging.InventoryVocabulary;
import dev.caravan.inventory.reading.m365.Microsoft365Reader;
import dev.caravan.inventory.snapshot.InventoryCommand;
import dev.caravan.inventory.snapshot.InventoryFact;
import dev.caravan.inventory.snapshot.InventoryHandlers;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.m365.Microsoft365;
import dev.caravan.schemas.WorkerService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the service is put together.
@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {

    @Bean
    Worker<InventoryCommand, InventoryFact> worker(Microsoft365 microsoft365) {
        var reader = new Microsoft365Reader(microsoft365);
        return new Worker<>(WorkerService.INVENTORY, new InventoryVocabulary(), new InventoryHandlers(reader));
    }
}
