package dev.caravan.dns;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.authority.WireAuthority;
import dev.caravan.dns.messaging.DnsVocabulary;
import dev.caravan.dns.provider.DnsProvider;
import dev.caravan.dns.provider.DnsProviders;
import dev.caravan.dns.provider.rfc2136.Rfc2136Api;
import dev.caravan.dns.provider.rfc2136.Rfc2136Provider;
import dev.caravan.dns.records.DnsCommand;
import dev.caravan.dns.records.DnsFact;
import dev.caravan.dns.records.DnsHandlers;
import dev.caravan.dns.records.Zones;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.dns.tenant.TenantMail;
import dev.caravan.dns.tenant.TenantSigning;
import dev.caravan.dns.tenant.m365.ExchangeMail;
import dev.caravan.dns.tenant.m365.ExchangeSigning;
import dev.caravan.dns.tenant.m365.GraphDomains;
import dev.caravan.dns.wire.DnsSettings;
import dev.caravan.dns.wire.DnsWire;
import dev.caravan.dns.wire.NameServers;
import dev.caravan.kit.credentials.Credentials;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.m365.Microsoft365;
import dev.caravan.schemas.WorkerService;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the service is put together.
@Configuration(proxyBeanMethods = false)
class DnsConfiguration {

    @Bean
    DnsWire dnsWire(DnsSettings settings) {
        return new DnsWire(settings);
    }

    @Bean
    NameServers nameServers(DnsSettings settings, DnsWire wire) {
        return new NameServers(settings, wire);
    }

    @Bean
    Authority authority(NameServers nameServers, DnsWire wire) {
        return new WireAuthority(nameServers, wire);
    }

    @Bean
    DnsProvider rfc2136(Authority authority, NameServers nameServers, DnsWire wire, Credentials credentials) {
        return new Rfc2136Provider(authority, new Rfc2136Api(nameServers, wire, credentials));
    }

    @Bean
    TenantDomains tenantDomains(Microsoft365 microsoft365) {
        return new GraphDomains(microsoft365);
    }

    @Bean
    TenantSigning tenantSigning(Microsoft365 microsoft365) {
        return new ExchangeSigning(microsoft365);
    }

    @Bean
    TenantMail tenantMail(Microsoft365 microsoft365) {
        return new ExchangeMail(microsoft365);
    }

    @Bean
    Worker<DnsCommand, DnsFact> worker(
            Authority authority,
            List<DnsProvider> providers,
            TenantDomains tenant,
            TenantSigning signing,
            TenantMail mail) {
        Zones zones = new Zones(authority, new DnsProviders(providers));
        return new Worker<>(
                WorkerService.DNS, new DnsVocabulary(), new DnsHandlers(zones, authority, tenant, signing, mail));
    }
}
