package dev.caravan.dns.provider.rfc2136;

import dev.caravan.dns.wire.DnsWire;
import dev.caravan.dns.wire.NameServers;
import dev.caravan.dns.wire.Presentation;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Credentials;
import dev.caravan.kit.credentials.Secret;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.BiFunction;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Update;

/// The two requests of this kind of host, signed with the connection's key: settings `tsigKeyName` and
/// `tsigAlgorithm` (`hmac-sha256` unless said otherwise); the credential is the key in Base64.
public final class Rfc2136Api {

    private static final String API = "dns";

    private final NameServers nameServers;
    private final DnsWire wire;
    private final Credentials credentials;

    public Rfc2136Api(NameServers nameServers, DnsWire wire, Credentials credentials) {
        this.nameServers = nameServers;
        this.wire = wire;
        this.credentials = credentials;
    }

    Outcome<List<Record>> transfer(DomainName server, DomainName zone, Call call) {
        return signed(server, call, (address, key) -> wire.transfer(address, Presentation.name(zone), key));
    }

    Outcome<Message> update(DomainName server, Update update, Call call) {
        return signed(
                server,
                call,
                (address, key) -> wire.askSigned(address, update, key).then(answer -> accepted(server, answer)));
    }

    private <T> Outcome<T> signed(
            DomainName server, Call call, BiFunction<InetSocketAddress, TSIG, Outcome<T>> request) {
        return key(call.connection())
                .then(key -> nameServers
                        .addressOf(server)
                        .then(address -> call.remote(API, server.toString(), () -> request.apply(address, key))));
    }

    private Outcome<TSIG> key(Connection connection) {
        return credentials
                .resolve(connection.credentialRef())
                .then(secret -> connection
                        .setting("tsigKeyName")
                        .map(name -> tsig(connection, name, secret))
                        .orElseGet(() -> Outcome.refused(
                                "no-key-name",
                                "connection " + connection.connectionId() + ": setting tsigKeyName is missing")));
    }

    private static Outcome<TSIG> tsig(Connection connection, String name, Secret secret) {
        String algorithm = connection.setting("tsigAlgorithm").orElse("hmac-sha256");
        try {
            return Outcome.done(new TSIG(
                    TSIG.algorithmToName(algorithm), name, secret.reveal().strip()));
        } catch (IllegalArgumentException wrong) {
            return Outcome.refused(
                    "bad-key",
                    "connection %s: key %s with %s cannot be used"
                            .formatted(connection.connectionId(), name, algorithm));
        }
    }

    private static Outcome<Message> accepted(DomainName server, Message answer) {
        int rcode = answer.getRcode();
        String says = server + " answers " + DnsWire.words(rcode) + " to the update";
        return switch (rcode) {
            case Rcode.NOERROR -> Outcome.done(answer);
            case Rcode.NXRRSET, Rcode.YXRRSET, Rcode.YXDOMAIN, Rcode.NXDOMAIN ->
                Outcome.failedForNow("zone-changed", says + ": somebody has edited the zone since it was read");
            case Rcode.SERVFAIL -> Outcome.failedForNow("server-failure", says);
            default -> Outcome.failedForGood("update-refused", says);
        };
    }
}
