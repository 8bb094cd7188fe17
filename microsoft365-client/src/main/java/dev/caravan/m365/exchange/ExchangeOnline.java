package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Failures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Exchange Online of one tenant, which is talked to in cmdlets. What goes wrong has one of these codes:
///
/// | code | transient | meaning |
/// |---|---|---|
/// | `not-found` | no | there is no object of that identity |
/// | `address-in-use` | no | another recipient has that address |
/// | `domain-not-accepted` | no | Exchange does not know the domain; after a domain was added it may need an hour |
/// | `already-member` | no | it is a member already |
/// | `bad-request`, `cmdlet-failed` | no | Exchange refuses it as it is, and says why |
/// | `truncated` | no | the answer is not the whole answer |
/// | `unauthorized` | no | two tokens in a row were not accepted |
/// | `forbidden`, `cmdlet-not-allowed` | no | the application's role does not include it; a new one needs minutes |
/// | `no-such-endpoint` | no | the tenant has no documented endpoints: go by the other |
/// | `throttled` | yes | Exchange throttles for longer than is waited for here; with the time to stay away |
/// | `too-busy` | yes | nothing was done: others of the tenant or the application are first, for too long |
/// | `exchange-busy`, `unavailable`, `server-error`, `no-answer` | yes | a change may have taken effect |
/// | `unknown` | yes | a batch was answered without that part: read whether it took effect |
///
/// What keeps an application from signing in has the codes of [dev.caravan.m365.token.Tokens]. Reads may be stale for
/// minutes after writes.
public interface ExchangeOnline {

    /// How many pages [#invoke] collects; what is larger is read by [#page].
    int PAGES_MAX = 100;

    /// Runs a cmdlet and returns the first page of its output, or goes on where a page ended.
    ///
    /// @param cursor where the page before ended, as [CmdletOutput#cursor] said; it works for the same cmdlet only
    Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call);

    /// Runs up to [Cmdlet#BATCH_MAX] cmdlets in one go, in no particular order.
    ///
    /// @return one outcome per cmdlet, in the order of the cmdlets: the first page of its output. Those that were
    ///     throttled were run again until they were not, or until that took too long
    Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call);

    /// Runs any number of cmdlets, as many in one request as Exchange takes.
    ///
    /// @return one outcome per cmdlet, in the order of the cmdlets, as [#batch] says
    default Outcome<List<Outcome<CmdletOutput>>> each(List<Cmdlet> cmdlets, Call call) {
        var batches = IntStream.iterate(0, from -> from < cmdlets.size(), from -> from + Cmdlet.BATCH_MAX)
                .mapToObj(from -> cmdlets.subList(from, Math.min(cmdlets.size(), from + Cmdlet.BATCH_MAX)))
                .toList();
        return InTurn.flat(batches, batch -> batch(batch, call));
    }

    /// Runs a cmdlet and returns all pages of its output as one. Cmdlets that change something put out nothing.
    ///
    /// @return [Outcome.Failed] for good, with code `too-many-pages`, when they are more than [#PAGES_MAX]
    default Outcome<CmdletOutput> invoke(Cmdlet cmdlet, Call call) {
        var objects = new ArrayList<ObjectNode>();
        var warnings = new ArrayList<String>();
        var read = new HashSet<Optional<String>>();
        var cursor = Optional.<String>empty();
        while (read.size() < PAGES_MAX && read.add(cursor)) {
            var page = page(cmdlet, cursor, call);
            if (!(page instanceof Outcome.Done<CmdletOutput>(var output))) {
                return page;
            }
            objects.addAll(output.objects());
            warnings.addAll(output.warnings());
            cursor = output.cursor();
            if (cursor.isEmpty()) {
                return Outcome.done(new CmdletOutput(objects, warnings, cursor));
            }
        }
        return Outcome.failedForGood(
                "too-many-pages", "%s: no end after %d pages".formatted(cmdlet.name(), read.size()));
    }

    /// The one object that a cmdlet reads, or none if there is none of that identity.
    ///
    /// @return [Outcome.Failed] for good, with code `ambiguous`, when there are several
    default Outcome<Optional<ObjectNode>> find(Cmdlet cmdlet, Call call) {
        var found = invoke(cmdlet, call);
        if (Failures.isFailure(found, Failures.NOT_FOUND)) {
            return Outcome.done(Optional.empty());
        }
        return found.then(output -> output.objects().size() > 1
                ? Outcome.failedForGood(
                        "ambiguous",
                        "%s finds %d objects".formatted(cmdlet, output.objects().size()))
                : Outcome.done(output.objects().stream().findFirst()));
    }
}
