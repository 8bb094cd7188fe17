package dev.caravan.dns.provider.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.authority.WireAuthority;
import dev.caravan.dns.provider.DirectCall;
import dev.caravan.dns.provider.DnsProvider;
import dev.caravan.dns.provider.DnsProviderContract;
import dev.caravan.dns.wire.DnsWire;
import dev.caravan.dns.wire.NameServers;
import dev.caravan.dns.zone.Zone;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.kit.testing.NeedsProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract against BIND 9, whose updates and transfers are the reference.
@NeedsProgram(value = Named.PROGRAM, debianPackage = "bind9")
class Rfc2136ProviderIT extends DnsProviderContract {

    private final Call call = DirectCall.with(Map.of("provider", "rfc2136", "tsigKeyName", Named.KEY_NAME));

    @TempDir
    private Path folder;

    private Named named;

    @BeforeEach
    void start() throws IOException {
        named = Named.serving("fabrikam.example", ZONE_FILE, folder);
    }

    @AfterEach
    void stop() {
        named.close();
    }

    @Override
    protected DnsProvider provider() {
        return providerWith(Named.SECRET);
    }

    @Override
    protected Call call() {
        return call;
    }

    @Test
    void a_wrong_key_reads_nothing() {
        // When
        Outcome<Zone> outcome =
                providerWith("d3Jvbmcgd3Jvbmcgd3Jvbmcgd3Jvbmcgd3Jvbmcgd3I=").read(APEX, call);

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("transfer-refused"));
    }

    @Test
    void a_connection_without_a_key_name_is_refused_by_name() {
        // When
        Outcome<Zone> outcome = provider().read(APEX, DirectCall.with(Map.of()));

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo("connection dns: setting tsigKeyName is missing"));
    }

    private DnsProvider providerWith(String secret) {
        DnsWire wire = new DnsWire(named.settings());
        NameServers nameServers = new NameServers(named.settings(), wire);
        return new Rfc2136Provider(
                new WireAuthority(nameServers, wire),
                new Rfc2136Api(nameServers, wire, ref -> Outcome.done(new Secret(secret))));
    }
}
