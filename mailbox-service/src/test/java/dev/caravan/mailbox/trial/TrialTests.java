package dev.caravan.mailbox.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.trial.TestItem.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialTests {

    private static final String ONE = "one@t.example";
    private static final String TWO = "two@t.example";
    private static final TestItem LETTER = new TestItem(Kind.SENT_LETTER, "Caravan test: letter 1 from one");

    private static TestMailbox mailbox(String account, TestItem... items) {
        return new TestMailbox(account, Set.of(items));
    }

    private static List<NewItem> planned(int letters, TestMailbox... mailboxes) {
        return Trial.filling(Arrays.asList(mailboxes), letters).changes().stream()
                .map(NewItem::of)
                .toList();
    }

    private static TestMailbox filled(String account, List<NewItem> items) {
        return new TestMailbox(
                account,
                items.stream()
                        .filter(item -> item.account().equals(account))
                        .map(NewItem::item)
                        .collect(Collectors.toSet()));
    }

    @Test
    void an_empty_mailbox_gets_an_item_of_every_kind_that_can_be_put_in() {
        var kinds = planned(1, mailbox(ONE)).stream().map(item -> item.item().kind());

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Kind.values())
                        .filter(kind -> kind != Kind.RECEIVED_LETTER)
                        .toList());
    }

    @Test
    void each_account_writes_to_the_next_and_the_last_to_the_first() {
        assertThat(planned(2, mailbox(ONE), mailbox(TWO)))
                .filteredOn(item -> item.item().kind() == Kind.SENT_LETTER)
                .extracting(item -> item.account() + " > " + item.reader())
                .containsExactly(ONE + " > " + TWO, ONE + " > " + TWO, TWO + " > " + ONE, TWO + " > " + ONE);
    }

    @Test
    void what_is_there_already_is_not_put_in_again() {
        var first = planned(1, mailbox(ONE), mailbox(TWO));

        var again = planned(1, filled(ONE, first), filled(TWO, first));
        var more = planned(2, filled(ONE, first), filled(TWO, first));

        assertThat(again).isEmpty();
        assertThat(more)
                .extracting(item -> item.item().name())
                .containsExactly("Caravan test: letter 2 from one", "Caravan test: letter 2 from two");
    }

    @Test
    void no_two_planned_changes_are_about_the_same() {
        var changes = Trial.filling(List.of(mailbox(ONE), mailbox(TWO)), 3).changes();

        assertThat(changes).extracting(Change::id).doesNotHaveDuplicates();
    }

    @Test
    void a_letter_has_arrived_when_anybody_has_received_it() {
        var received = new TestItem(Kind.RECEIVED_LETTER, LETTER.name());

        assertThat(Trial.undelivered(List.of(mailbox(ONE, LETTER), mailbox(TWO))))
                .containsExactly(LETTER.name());
        assertThat(Trial.undelivered(List.of(mailbox(ONE, LETTER), mailbox(TWO, received))))
                .isEmpty();
    }

    @Test
    void a_copy_lacks_what_it_does_not_hold_in_the_same_kind() {
        var task = new TestItem(Kind.TASK, "Caravan test: a task");
        var original = mailbox(ONE, LETTER, task);
        var copy = mailbox("one@other.example", new TestItem(Kind.RECEIVED_LETTER, LETTER.name()));

        assertThat(original.missingIn(copy, Kind.all()))
                .containsExactly(
                        "one@other.example lacks the letter that was sent \"Caravan test: letter 1 from one\"",
                        "one@other.example lacks the task \"Caravan test: a task\"");
        assertThat(original.missingIn(copy, Kind.letters())).hasSize(1);
        assertThat(original.missingIn(mailbox(ONE, LETTER), Kind.letters())).isEmpty();
    }
}
