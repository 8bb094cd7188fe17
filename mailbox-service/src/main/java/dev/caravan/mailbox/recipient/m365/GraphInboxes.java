package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.InMailbox;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Answer;
import dev.caravan.mailbox.arrival.Letter;
import dev.caravan.mailbox.recipient.Inboxes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Inboxes as Microsoft Graph shows them.
public final class GraphInboxes implements Inboxes {

    private static final String INBOX = "inbox";
    private static final int PAGE = 100;
    private static final List<String> READERS = List.of("toRecipients", "ccRecipients");

    private final Graph graph;

    public GraphInboxes(Microsoft365 microsoft365) {
        this(microsoft365.graph());
    }

    GraphInboxes(Graph graph) {
        this.graph = graph;
    }

    /// One request for each mailbox, many in one go; only where a page does not hold it all are there more.
    @Override
    public Outcome<Map<String, List<Letter>>> since(Map<String, Instant> mailboxes, Call call) {
        var wanted = mailboxes.entrySet().stream()
                .map(mailbox -> new Wanted(mailbox.getKey(), mailbox.getValue()))
                .toList();
        var numbers = IntStream.range(0, wanted.size()).boxed().toList();
        return graph.each(wanted.stream().map(Wanted::request).toList(), call)
                .then(answers -> InTurn.each(
                        numbers,
                        number -> answers.get(number).then(answer -> letters(wanted.get(number), answer, call))))
                .map(letters -> numbers.stream()
                        .collect(Collectors.toMap(number -> wanted.get(number).user(), letters::get)));
    }

    private Outcome<List<Letter>> letters(Wanted wanted, Answer answer, Call call) {
        var page = answer.json().map(JsonNode.class::cast).orElseThrow();
        return page.has("@odata.nextLink")
                ? graph.all(wanted.listing(), call).map(all -> letters(all.stream()))
                : Outcome.done(letters(page.path("value").valueStream()));
    }

    private static List<Letter> letters(Stream<? extends JsonNode> messages) {
        return messages.map(GraphInboxes::letter).toList();
    }

    private static Letter letter(JsonNode message) {
        return new Letter(READERS.stream()
                .flatMap(list -> message.path(list).valueStream())
                .map(reader -> reader.path("emailAddress").path("address").asString(""))
                .toList());
    }

    /// @param user the mailbox's id in the directory
    private record Wanted(String user, Instant since) {

        GraphRequest request() {
            return GraphRequest.get(Resource.at("users", user, "mailFolders", INBOX, "messages"), READERS)
                    .page(PAGE, filter());
        }

        Listing listing() {
            return Listing.of(new InMailbox(user, new InMailbox.MessagesIn(INBOX)), READERS)
                    .top(PAGE)
                    .where(filter());
        }

        private String filter() {
            return "receivedDateTime ge " + since;
        }
    }
}
