package dev.caravan.mailbox.trial;

import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.trial.TestItem.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What test mailboxes are filled with, so that every kind of item that a pass copies is there to be compared.
public final class Trial {

    /// The folder of the filed letter.
    public static final String FOLDER = "Caravan test";

    private static final List<TestItem> EVERYBODYS = List.of(
            new TestItem(Kind.FILED_LETTER, "Caravan test: a filed letter"),
            new TestItem(Kind.APPOINTMENT, "Caravan test: an appointment"),
            new TestItem(Kind.SERIES, "Caravan test: every week"),
            new TestItem(Kind.CONTACT, "Caravan Test"),
            new TestItem(Kind.TASK, "Caravan test: a task"));

    private Trial() {}

    /// What has to come into test mailboxes. Each account writes to the next one, and the last to the first.
    ///
    /// @param letters how many letters each account has sent in the end
    public static Plan filling(List<TestMailbox> mailboxes, int letters) {
        var changes = IntStream.range(0, mailboxes.size())
                .boxed()
                .flatMap(number ->
                        wanted(mailboxes.get(number), mailboxes.get((number + 1) % mailboxes.size()), letters))
                .map(NewItem::change)
                .toList();
        return Plan.of(changes, mailboxes.size());
    }

    private static Stream<NewItem> wanted(TestMailbox mailbox, TestMailbox next, int letters) {
        var own = EVERYBODYS.stream().map(item -> new NewItem(mailbox.account(), item, mailbox.account()));
        var sent = IntStream.rangeClosed(1, letters)
                .mapToObj(number -> new NewItem(mailbox.account(), letter(mailbox, number), next.account()));
        return Stream.concat(own, sent).filter(item -> !mailbox.holds(item.item()));
    }

    private static TestItem letter(TestMailbox writer, int number) {
        return new TestItem(Kind.SENT_LETTER, "Caravan test: letter %d from %s".formatted(number, writer.local()));
    }

    /// The names of letters that one of these accounts has sent and none has received.
    public static List<String> undelivered(List<TestMailbox> mailboxes) {
        return mailboxes.stream()
                .flatMap(mailbox -> mailbox.items().stream())
                .filter(item -> item.kind() == Kind.SENT_LETTER)
                .map(TestItem::name)
                .filter(name -> mailboxes.stream()
                        .noneMatch(mailbox -> mailbox.holds(new TestItem(Kind.RECEIVED_LETTER, name))))
                .sorted()
                .toList();
    }
}
