package dev.caravan.simulator.mail;

import dev.caravan.simulator.clock.Agenda;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.world.TenantState;
import dev.caravan.simulator.world.Worlds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Messages messages(Journal journal) {
        return new Messages(journal);
    }

    @Bean
    Outbox outbox() {
        return new Outbox();
    }

    @Bean
    Mailing mailing(
            MailSettings settings,
            Worlds worlds,
            TenantState tenants,
            SimulatedClock clock,
            Agenda agenda,
            Messages messages,
            MailExchangers exchangers,
            Outbox outbox,
            Arrivals arrivals) {
        return new Mailing(settings, worlds, tenants, clock, agenda, messages, exchangers, outbox, arrivals);
    }
}
