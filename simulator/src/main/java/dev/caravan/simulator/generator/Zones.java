package dev.caravan.simulator.generator;

import java.util.List;

/// The zones of the moving domains, as an authoritative server holds them.
final class Zones {

    private static final int LONG_TTL = 172_800;
    private static final List<Integer> TTLS = List.of(1800, 3600, 7200, 14_400, 28_800);
    private static final String KEY =
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0123456789abcdefghijklmnopqrstuvwxyz";

    private final Organisation organisation;
    private final Traps traps;
    private final Draw draw;

    Zones(Organisation organisation, Traps traps, Draw draw) {
        this.organisation = organisation;
        this.traps = traps;
        this.draw = draw;
    }

    /// @param number the how manieth moving domain it is, from 0
    /// @param subDomain the domain below it that has addresses but no zone, or an empty text
    String zone(String domain, int number, String subDomain) {
        StringBuilder zone = new StringBuilder();
        servers(zone, domain, number < traps.count(TrapKind.THIRD_SERVER) ? 3 : 2);
        mail(zone, domain, number);
        services(zone, domain);
        rest(zone, number);
        if (!subDomain.isEmpty()) {
            String label = subDomain.substring(0, subDomain.indexOf('.'));
            line(zone, label + " 3600 IN MX 0 " + organisation.mailHost(subDomain) + ".");
            line(zone, label + " IN TXT \"v=spf1 include:spf.protection.outlook.com -all\"");
            keys(zone, subDomain, "." + label);
        }
        return zone.toString();
    }

    private void servers(StringBuilder zone, String domain, int servers) {
        line(zone, "$ORIGIN " + domain + ".");
        line(zone, "$TTL " + draw.pick(TTLS));
        line(zone, "@ IN SOA ns1." + domain + ". hostmaster." + domain + ". ( 2026112001 7200 900 1209600 300 )");
        for (int server = 1; server <= servers; server++) {
            line(zone, "@ IN NS ns" + server + "." + domain + ".");
        }
        for (int server = 1; server <= servers; server++) {
            line(zone, "ns" + server + " IN A 127.0.0." + server);
        }
    }

    private void mail(StringBuilder zone, String domain, int number) {
        int ttl = number < traps.count(TrapKind.LONG_TTL) ? LONG_TTL : draw.pick(TTLS);
        line(zone, "@ " + ttl + " IN MX 0 " + organisation.mailHost(domain) + ".");
        StringBuilder spf = new StringBuilder("v=spf1 include:spf.protection.outlook.com");
        for (int i = 0; number == 0 && i < traps.count(TrapKind.SPF_INCLUDES); i++) {
            spf.append(" include:_spf").append(i).append(".newsletter.example");
        }
        line(zone, "@ IN TXT \"" + spf + " ip4:192.0.2.0/28 -all\"");
        line(zone, "_dmarc IN TXT \"v=DMARC1; p=quarantine; rua=mailto:dmarc@" + domain + "\"");
        keys(zone, domain, "");
    }

    /// @param below the label of a domain below the zone's name, after a dot; empty for that name itself
    private void keys(StringBuilder zone, String domain, String below) {
        String dashes = domain.replace('.', '-');
        for (String selector : List.of("selector1", "selector2")) {
            line(
                    zone,
                    selector + "._domainkey" + below + " IN CNAME " + selector + "-" + dashes + "._domainkey."
                            + organisation.initialDomain() + ".");
        }
    }

    private static void services(StringBuilder zone, String domain) {
        line(zone, "autodiscover IN CNAME autodiscover.outlook.com.");
        line(zone, "_sip._tls 1800 IN SRV 100 1 443 sipdir.online.lync.com.");
        line(zone, "_sipfederationtls._tcp 1800 IN SRV 100 1 5061 sipfed.online.lync.com.");
        line(zone, "enterpriseregistration IN CNAME enterpriseregistration.windows.net.");
        line(zone, "enterpriseenrollment IN CNAME enterpriseenrollment-s.manage.microsoft.com.");
        line(zone, "@ IN A 198.51.100.10");
        line(zone, "www IN CNAME " + domain + ".");
        line(zone, "@ IN CAA 0 issue \"letsencrypt.org\"");
    }

    private void rest(StringBuilder zone, int number) {
        if (number > 0) {
            return;
        }
        for (int i = 0; i < traps.count(TrapKind.SPLIT_TXT); i++) {
            String first = "v=DKIM1; k=rsa; p=" + KEY + KEY;
            line(zone, "long" + i + " IN TXT \"" + first + "\" \"" + KEY + "IDAQAB\"");
        }
        for (int i = 0; i < traps.count(TrapKind.WILDCARD); i++) {
            line(zone, "*." + (i == 0 ? "dev" : "dev" + i) + " 300 IN A 198.51.100.20");
        }
        line(zone, "shop IN CNAME shops.example.");
        line(zone, "@ IN TXT \"google-site-verification=" + Integer.toHexString(draw.below(1 << 30)) + "\"");
    }

    private static void line(StringBuilder zone, String line) {
        zone.append(line).append('\n');
    }
}
