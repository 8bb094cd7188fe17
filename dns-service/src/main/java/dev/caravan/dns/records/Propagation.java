package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;

/// Whether what was published is served everywhere: secondaries lag, and nobody chooses whom the world asks.
final class Propagation {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final Authority authority;

    Propagation(Authority authority) {
        this.authority = authority;
    }

    /// How many servers serve these record sets of a zone; all of them do, or it is not yet so.
    ///
    /// @param isServed whether what a server answers is what is wanted
    Outcome<Integer> everywhere(
            DomainName apex, List<RecordSet> wanted, BiPredicate<RecordSet, RecordSet> isServed, Call call) {
        return authority
                .serversOf(apex, call)
                .then(servers -> InTurn.each(servers, server -> serves(server, wanted, isServed, call))
                        .map(List::size));
    }

    private Outcome<DomainName> serves(
            DomainName server, List<RecordSet> wanted, BiPredicate<RecordSet, RecordSet> isServed, Call call) {
        return InTurn.each(
                        wanted,
                        recordSet -> authority
                                .ask(server, recordSet.key(), call)
                                .then(answer -> answer.filter(served -> isServed.test(recordSet, served))
                                        .<Outcome<RecordSet>>map(Outcome::done)
                                        .orElseGet(() -> new Outcome.NotYet<>(
                                                RETRY_AFTER,
                                                server + " does not serve " + recordSet.key()
                                                        + " as the primary does"))))
                .map(_ -> server);
    }
}
