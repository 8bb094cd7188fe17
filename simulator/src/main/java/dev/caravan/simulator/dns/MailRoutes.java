package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.resolve.CachingResolver;
import dev.caravan.simulator.dns.resolve.Resolution;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.mail.MailExchangers;
import dev.caravan.simulator.world.DomainName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// Finds mail hosts the way mail servers do: by asking a resolver.
final class MailRoutes implements MailExchangers {

    private final CachingResolver resolver;

    MailRoutes(CachingResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Answer find(DomainName domain) {
        Resolution resolution = resolver.resolve(Names.absolute(domain.absolute()), Type.MX);
        return switch (resolution.rcode()) {
            case Rcode.NXDOMAIN -> new Answer.NoSuchDomain();
            case Rcode.NOERROR -> answer(resolution);
            default -> new Answer.Unanswered(Rcode.string(resolution.rcode()));
        };
    }

    private static Answer answer(Resolution resolution) {
        List<String> hosts = resolution.records(Type.MX).stream()
                .map(MXRecord.class::cast)
                .sorted(Comparator.comparingInt(MXRecord::getPriority))
                .map(record -> record.getTarget().toString(true).toLowerCase(Locale.ROOT))
                .toList();
        return hosts.isEmpty() ? new Answer.NoExchanger() : new Answer.Hosts(hosts);
    }
}
