package dev.caravan.mailbox.recipient.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.InMailbox;
import dev.caravan.m365.graph.Page;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Answer;
import dev.caravan.mailbox.arrival.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class GraphInboxesTests {

    private static final OpenCall CALL = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private static final Instant SINCE = Instant.parse("2026-12-04T21:16:00Z");
    private static final String ONE = """
            {"toRecipients": [{"emailAddress": {"address": "ada@a.example"}}],
             "ccRecipients": [{"emailAddress": {"address": "list@a.example"}}]}""";
    private static final Letter LETTER = new Letter(List.of("ada@a.example", "list@a.example"));

    private final Map<String, Outcome<Answer>> answers = new HashMap<>();
    private final List<Listing> listed = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final GraphInboxes inboxes = new GraphInboxes(new CannedGraph());

    @Test
    void each_mailbox_is_asked_once_for_what_has_come_since_its_instant() {
        // Given
        answers.put("ada", answer("{\"value\": [" + ONE + "]}"));
        answers.put("bea", answer("{\"value\": []}"));

        // When
        var letters = inboxes.since(Map.of("ada", SINCE, "bea", SINCE.plusSeconds(60)), CALL);

        // Then
        assertThat(letters).isEqualTo(Outcome.done(Map.of("ada", List.of(LETTER), "bea", List.of())));
        assertThat(filters)
                .containsExactlyInAnyOrder(
                        "receivedDateTime ge 2026-12-04T21:16:00Z", "receivedDateTime ge 2026-12-04T21:17:00Z");
        assertThat(listed).isEmpty();
    }

    @Test
    void what_is_more_than_a_page_is_read_to_the_end() {
        // Given
        answers.put("ada", answer("{\"value\": [" + ONE + "], \"@odata.nextLink\": \"more\"}"));

        // When
        var letters = inboxes.since(Map.of("ada", SINCE), CALL);

        // Then
        assertThat(letters).isEqualTo(Outcome.done(Map.of("ada", List.of(LETTER, LETTER))));
        assertThat(listed)
                .extracting(Listing::collection)
                .containsExactly(new InMailbox("ada", new InMailbox.MessagesIn("inbox")));
    }

    @Test
    void a_mailbox_that_cannot_be_read_is_not_taken_for_an_empty_one() {
        // Given
        answers.put("ada", Outcome.failedForNow("throttled", "wait"));

        // When
        var letters = inboxes.since(Map.of("ada", SINCE), CALL);

        // Then
        assertThat(letters).isInstanceOf(Outcome.Failed.class);
    }

    private static Outcome<Answer> answer(String body) {
        return Outcome.done(Answer.of(200, Map.of(), body));
    }

    private final class CannedGraph implements Graph {

        @Override
        public Outcome<List<Outcome<Answer>>> batch(List<GraphRequest> requests, Call call) {
            requests.forEach(request -> filters.add(request.filter().orElseThrow()));
            return Outcome.done(requests.stream()
                    .map(request -> answers.getOrDefault(
                            request.resource().segments().get(1), Outcome.failedForGood("not-found", "nobody")))
                    .toList());
        }

        @Override
        public Outcome<Page> page(Listing listing, Optional<String> cursor, Call call) {
            listed.add(listing);
            var letter = (ObjectNode) JsonMapper.shared().readTree(ONE);
            return Outcome.done(new Page(List.of(letter, letter), Optional.empty()));
        }

        @Override
        public Outcome<Optional<ObjectNode>> find(Resource resource, List<String> select, Call call) {
            throw new UnsupportedOperationException("nothing is looked for here");
        }

        @Override
        public Outcome<Optional<ObjectNode>> send(GraphRequest request, Call call) {
            throw new UnsupportedOperationException("nothing is changed here");
        }
    }
}
