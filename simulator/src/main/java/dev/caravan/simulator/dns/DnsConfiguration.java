package dev.caravan.simulator.dns;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.clock.Agenda;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.dns.resolve.Authorities;
import dev.caravan.simulator.dns.resolve.CachingResolver;
import dev.caravan.simulator.dns.server.Fleet;
import dev.caravan.simulator.dns.server.Following;
import dev.caravan.simulator.dns.server.PrimaryZone;
import dev.caravan.simulator.dns.server.Troubles;
import dev.caravan.simulator.domains.PublishedRecords;
import dev.caravan.simulator.faults.FaultKinds;
import dev.caravan.simulator.faults.Faults;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.mail.MailExchangers;
import dev.caravan.simulator.world.TenantState;
import dev.caravan.simulator.world.Worlds;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DnsSettings.class)
class DnsConfiguration {

    @Bean
    FaultKinds dnsFaults() {
        return new FaultKinds(Troubles.KINDS);
    }

    @Bean
    Fleet fleet(
            Worlds worlds,
            SimulatedClock clock,
            Agenda agenda,
            Journal journal,
            Ledger ledger,
            Faults faults,
            Activity activity,
            DnsSettings settings) {
        Troubles troubles = new Troubles(faults);
        List<PrimaryZone> zones = Hosting.zones(worlds, ledger);
        Following following = new Following(
                clock,
                (due, what, act) -> agenda.at(due, what, _ -> act.run())::cancel,
                journal,
                troubles,
                settings.secondaryLag());
        return new Fleet(zones, following, Hosting.ownKey(zones), ledger, troubles, activity);
    }

    @Bean
    DnsMemory dnsMemory(Fleet fleet) {
        return new DnsMemory(fleet);
    }

    @Bean
    CachingResolver resolver(
            Fleet fleet, Worlds worlds, TenantState tenants, SimulatedClock clock, DnsSettings settings) {
        Authorities authorities = new Delegations(fleet);
        return new CachingResolver(authorities, new RestOfTheWorld(worlds, tenants, fleet), clock, settings.seed());
    }

    @Bean
    PublishedRecords publishedRecords(Fleet fleet) {
        return new RecordsAtServers(new Delegations(fleet));
    }

    @Bean
    Hosting hosting(
            Fleet fleet,
            CachingResolver resolver,
            Worlds worlds,
            Credentials credentials,
            Activity activity,
            DnsSettings settings) {
        return new Hosting(fleet, resolver, worlds, credentials, activity, settings);
    }

    @Bean
    Desk zoneDesk(Fleet fleet) {
        return new Desk(fleet);
    }

    @Bean
    MailExchangers mailExchangers(CachingResolver resolver) {
        return new MailRoutes(resolver);
    }
}
