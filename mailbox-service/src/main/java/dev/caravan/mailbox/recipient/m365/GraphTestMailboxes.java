package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.InMailbox;
import dev.caravan.m365.graph.Listing.InMailbox.Whole;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Failures;
import dev.caravan.mailbox.recipient.TestMailboxes;
import dev.caravan.mailbox.recipient.m365.TestItemRequests.Containers;
import dev.caravan.mailbox.trial.NewItem;
import dev.caravan.mailbox.trial.TestItem;
import dev.caravan.mailbox.trial.TestItem.Kind;
import dev.caravan.mailbox.trial.TestMailbox;
import dev.caravan.mailbox.trial.Trial;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Test mailboxes as Microsoft Graph shows and fills them.
public final class GraphTestMailboxes implements TestMailboxes {

    private static final Duration MAILBOX_LATER = Duration.ofMinutes(2);
    private static final int PAGE = 100;
    private static final String ID = "id";
    private static final String WELL_KNOWN = "wellknownListName";
    private static final String DISPLAY_NAME = "displayName";
    private static final String REFUSED = "test-items-refused";

    private final Graph graph;

    public GraphTestMailboxes(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
    }

    @Override
    public Outcome<List<TestMailbox>> of(List<String> accounts, Call call) {
        return InTurn.each(accounts, account -> new Reading(account, call).mailbox());
    }

    /// What holds items has to be there before they are put in.
    @Override
    public Outcome<Integer> add(List<NewItem> items, LocalDate day, Call call) {
        var accounts = items.stream().map(NewItem::account).distinct().toList();
        return InTurn.each(accounts, account -> containers(account, call)).then(containers -> {
            var requests = items.stream()
                    .map(item -> TestItemRequests.of(item, day, containers.get(accounts.indexOf(item.account()))))
                    .toList();
            return graph.each(requests, call)
                    .then(outcomes ->
                            Each.all(items.stream().map(NewItem::change).toList(), outcomes, REFUSED));
        });
    }

    private Outcome<Containers> containers(String account, Call call) {
        var reading = new Reading(account, call);
        return reading.folder()
                .then(found -> found.<Outcome<String>>map(Outcome::done).orElseGet(() -> newFolder(account, call)))
                .then(folder -> reading.taskList().map(list -> new Containers(folder, list)));
    }

    private Outcome<String> newFolder(String account, Call call) {
        var body = JsonNodeFactory.instance.objectNode().put(DISPLAY_NAME, Trial.FOLDER);
        return graph.send(GraphRequest.post(Resource.at("users", account, "mailFolders"), body), call)
                .map(folder -> folder.orElseThrow().path(ID).asString());
    }

    /// Reads one mailbox.
    private final class Reading {

        private final String account;
        private final Call call;

        private Reading(String account, Call call) {
            this.account = account;
            this.call = call;
        }

        Outcome<TestMailbox> mailbox() {
            var read = InTurn.flat(List.of(Kind.values()), this::items)
                    .map(items -> new TestMailbox(account, Set.copyOf(items)));
            return Failures.isFailure(read, Failures.NOT_FOUND)
                    ? new Outcome.NotYet<>(MAILBOX_LATER, "%s has no mailbox yet".formatted(account))
                    : read;
        }

        private Outcome<List<TestItem>> items(Kind kind) {
            return switch (kind) {
                case SENT_LETTER -> items(kind, new InMailbox.MessagesIn("sentitems"), "subject");
                case RECEIVED_LETTER -> items(kind, new InMailbox.MessagesIn("inbox"), "subject");
                case FILED_LETTER ->
                    folder().then(id -> id.map(found -> items(kind, new InMailbox.MessagesIn(found), "subject"))
                            .orElseGet(() -> Outcome.done(List.of())));
                case APPOINTMENT -> events(kind, type -> !type.equals("seriesMaster"));
                case SERIES -> events(kind, "seriesMaster"::equals);
                case CONTACT -> items(kind, Whole.CONTACTS, DISPLAY_NAME);
                case TASK ->
                    all(Whole.TASK_LISTS, ID)
                            .then(lists -> InTurn.flat(
                                    lists,
                                    list -> items(
                                            kind,
                                            new InMailbox.TasksIn(list.path(ID).asString()),
                                            "title")));
            };
        }

        private Outcome<List<TestItem>> events(Kind kind, Predicate<String> isOne) {
            return all(Whole.EVENTS, "subject", "type")
                    .map(events -> events.stream()
                            .filter(event -> isOne.test(event.path("type").asString("")))
                            .map(event ->
                                    new TestItem(kind, event.path("subject").asString("")))
                            .toList());
        }

        private Outcome<List<TestItem>> items(Kind kind, InMailbox.Part part, String name) {
            return all(part, name)
                    .map(objects -> objects.stream()
                            .map(object -> new TestItem(kind, object.path(name).asString("")))
                            .toList());
        }

        Outcome<Optional<String>> folder() {
            return all(Whole.FOLDERS, ID, DISPLAY_NAME)
                    .map(folders -> folders.stream()
                            .filter(folder ->
                                    folder.path(DISPLAY_NAME).asString("").equals(Trial.FOLDER))
                            .map(folder -> folder.path(ID).asString())
                            .findFirst());
        }

        /// The list that every mailbox has.
        Outcome<String> taskList() {
            return all(Whole.TASK_LISTS, ID, WELL_KNOWN)
                    .then(lists -> lists.stream()
                            .filter(list -> list.path(WELL_KNOWN).asString("").equals("defaultList"))
                            .map(list -> list.path(ID).asString())
                            .findFirst()
                            .map(Outcome::done)
                            .orElseGet(() -> Outcome.failedForNow(
                                    "no-task-list", "%s has no list of tasks yet".formatted(account))));
        }

        private Outcome<List<ObjectNode>> all(InMailbox.Part part, String... select) {
            return graph.all(
                    Listing.of(new InMailbox(account, part), List.of(select)).top(PAGE), call);
        }
    }
}
