package dev.caravan.orchestrator.console.changes;

import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ChangesConfiguration {

    @Bean
    Places places(RunViews views, Connections connections) {
        return new Places(views, connections);
    }

    @Bean
    LedgerDesk ledgerDesk(LedgerQueries ledger, Places places, JsonMapper json) {
        return new LedgerDesk(ledger, places, json);
    }

    @Bean
    LossDesk lossDesk(RunViews views, Places places, LedgerDesk ledger) {
        return new LossDesk(views, places, ledger);
    }
}
