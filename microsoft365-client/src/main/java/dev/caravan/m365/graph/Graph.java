package dev.caravan.m365.graph;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Microsoft Graph v1.0 of one tenant, whose objects stay as Graph wrote them. What goes wrong has one of these codes:
///
/// | code | transient | meaning |
/// |---|---|---|
/// | `bad-request`, `conflict` | no | Graph refuses it as it is (400, 409), and says why |
/// | `unauthorized` | no | two tokens in a row were not accepted |
/// | `forbidden` | no | the application has not been given leave |
/// | `not-found` | no | there is no such object |
/// | `throttled` | yes | Graph throttles for longer than is waited for here; with the time to stay away |
/// | `too-busy` | yes | nothing was done: others of the tenant or the application are first, for too long |
/// | `unavailable`, `server-error`, `no-answer` | yes | Graph is not well; a change may have taken effect |
/// | `unknown` | yes | a batch was answered without that part: read whether it took effect |
///
/// What keeps an application from signing in has the codes of [dev.caravan.m365.token.Tokens]. Reads may be stale for
/// some time after writes.
public interface Graph {

    /// A page of a collection, as large as the listing or Graph has it.
    ///
    /// @param cursor where the page before ended, as [Page#cursor] said; empty for the first page. It is
    ///     Graph's own link, and works for the same listing only
    Outcome<Page> page(Listing listing, Optional<String> cursor, Call call);

    /// A collection from its first page to its last, for those that are small enough to be held.
    default Outcome<List<ObjectNode>> all(Listing listing, Call call) {
        var objects = new ArrayList<ObjectNode>();
        var cursor = Optional.<String>empty();
        do {
            var page = page(listing, cursor, call);
            if (!(page instanceof Outcome.Done<Page>(var read))) {
                return page.map(Page::objects);
            }
            objects.addAll(read.objects());
            cursor = read.cursor();
        } while (cursor.isPresent());
        return Outcome.done(List.copyOf(objects));
    }

    /// One object, or none if there is none of that id (404).
    ///
    /// @param select which of its properties
    Outcome<Optional<ObjectNode>> find(Resource resource, List<String> select, Call call);

    /// Makes one request.
    ///
    /// @return what Graph answers; empty where it answers with nothing (204)
    Outcome<Optional<ObjectNode>> send(GraphRequest request, Call call);

    /// Makes up to [GraphRequest#BATCH_MAX] requests in one go. Graph carries them out in no particular order.
    ///
    /// @return one outcome per request, in the order of the requests. Those that were throttled were
    ///     made again until they were not, or until that took too long
    Outcome<List<Outcome<Answer>>> batch(List<GraphRequest> requests, Call call);

    /// Makes any number of requests, as many in one go as Graph takes.
    ///
    /// @return one outcome per request, in the order of the requests, as [#batch] says
    default Outcome<List<Outcome<Answer>>> each(List<GraphRequest> requests, Call call) {
        var batches = IntStream.iterate(0, from -> from < requests.size(), from -> from + GraphRequest.BATCH_MAX)
                .mapToObj(from -> requests.subList(from, Math.min(requests.size(), from + GraphRequest.BATCH_MAX)))
                .toList();
        return InTurn.flat(batches, batch -> batch(batch, call));
    }
}
