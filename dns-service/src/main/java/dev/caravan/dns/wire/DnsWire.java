package dev.caravan.dns.wire;

import dev.caravan.kit.command.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/// One question to one server and its answer. What the network does becomes an outcome here and nowhere else.
///
/// dnsjava signs and checks TSIG by the machine's clock, as servers do; a rehearsal's simulated clock plays no part.
public final class DnsWire {

    private static final int TRANSFER_FACTOR = 10;

    private final Duration timeout;

    public DnsWire(DnsSettings settings) {
        this.timeout = settings.timeout();
    }

    /// The answer, whatever its response code; over TCP when it does not fit into a datagram.
    public Outcome<Message> ask(InetSocketAddress server, Message question) {
        return sent(server, question, new SimpleResolver(server));
    }

    /// The answer to a signed message, which goes over TCP: an update may be large, and is not sent twice.
    public Outcome<Message> askSigned(InetSocketAddress server, Message question, TSIG key) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTSIGKey(key);
        resolver.setTCP(true);
        return sent(server, question, resolver);
    }

    /// All records of a zone by AXFR.
    public Outcome<List<Record>> transfer(InetSocketAddress server, Name zone, TSIG key) {
        ZoneTransferIn transfer = ZoneTransferIn.newAXFR(zone, server, key);
        transfer.setTimeout(timeout.multipliedBy(TRANSFER_FACTOR));
        try {
            transfer.run();
            return Outcome.done(transfer.getAXFR());
        } catch (ZoneTransferException refused) {
            return Outcome.failedForNow(
                    "transfer-refused", server + " does not transfer " + zone + ": " + refused.getMessage());
        } catch (IOException unreachable) {
            return unanswered(server, unreachable);
        }
    }

    /// What a response code says, in words.
    public static String words(int rcode) {
        return Rcode.string(rcode);
    }

    private Outcome<Message> sent(InetSocketAddress server, Message question, SimpleResolver resolver) {
        resolver.setTimeout(timeout);
        try {
            return Outcome.done(resolver.send(question));
        } catch (IOException unreachable) {
            return unanswered(server, unreachable);
        }
    }

    private static <T> Outcome<T> unanswered(InetSocketAddress server, IOException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return Outcome.failedForNow("no-answer", "no answer from the name server at " + server + ": " + why);
    }
}
