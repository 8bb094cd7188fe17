package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.answer.Answers;
import dev.caravan.simulator.faults.Fault;
import dev.caravan.simulator.faults.Faults;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;

/// What the name servers have been asked to get wrong.
///
/// A fault may be narrowed to some requests by its detail `on`: `query`, `transfer` or `update`.
public final class Troubles {

    /// The faults that the name servers can produce.
    public static final Set<String> KINDS =
            Set.of("dns-timeout", "dns-servfail", "dns-refuse", "dns-apply-then-lose", "secondary-lag");

    private static final Duration LONG_LAG = Duration.ofHours(1);

    private final Faults faults;

    /// Asks the registry whenever something may go wrong.
    public Troubles(Faults faults) {
        this.faults = faults;
    }

    /// What happens to a request instead of an answer, if anything.
    Optional<Trouble> before(PrimaryZone zone, String request) {
        if (takes("dns-timeout", zone, request)) {
            return Optional.of(new Trouble.Silence());
        }
        if (takes("dns-servfail", zone, request)) {
            return Optional.of(new Trouble.Failure(Rcode.SERVFAIL));
        }
        return takes("dns-refuse", zone, request) ? Optional.of(new Trouble.Failure(Rcode.REFUSED)) : Optional.empty();
    }

    /// True if the answer to an update that was made gets lost.
    boolean losesAnswer(PrimaryZone zone) {
        return takes("dns-apply-then-lose", zone, "update");
    }

    /// How long a secondary waits before it follows a change, if not as long as usual.
    Optional<Duration> lag(PrimaryZone zone) {
        return faults.take("secondary-lag", text(zone.origin()), zone.account().name())
                .map(fault -> fault.number("lagSeconds").isPresent()
                        ? Duration.ofSeconds(fault.number("lagSeconds").getAsLong())
                        : LONG_LAG);
    }

    private boolean takes(String kind, PrimaryZone zone, String request) {
        String name = text(zone.origin());
        String account = zone.account().name();
        return faults.find(kind, name, account)
                .filter(fault -> means(fault, request))
                .flatMap(fault -> faults.take(kind, name, account))
                .isPresent();
    }

    private static boolean means(Fault fault, String request) {
        return !fault.details().containsKey("on")
                || fault.details().get("on").asString("").equals(request);
    }

    private static String text(Name zone) {
        return zone.toString(true).toLowerCase(Locale.ROOT);
    }

    /// What happens instead of what was asked for.
    sealed interface Trouble {

        /// The answer, if there is one.
        Optional<Message> answer(Message request);

        /// Nothing at all.
        record Silence() implements Trouble {
            @Override
            public Optional<Message> answer(Message request) {
                return Optional.empty();
            }
        }

        /// A failure.
        record Failure(int rcode) implements Trouble {
            @Override
            public Optional<Message> answer(Message request) {
                return Optional.of(Answers.failure(request, rcode));
            }
        }
    }
}
