package dev.caravan.mailbox.recipient.m365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.mailbox.recipient.m365.TestItemRequests.Containers;
import dev.caravan.mailbox.trial.NewItem;
import dev.caravan.mailbox.trial.TestItem;
import dev.caravan.mailbox.trial.TestItem.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestItemRequestsTests {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Containers CONTAINERS = new Containers("folder-1", "list-1");

    private static GraphRequest request(Kind kind) {
        var item = new NewItem("one@t.example", new TestItem(kind, "A name"), "two@t.example");
        return TestItemRequests.of(item, FRIDAY, CONTAINERS);
    }

    @ParameterizedTest
    @CsvSource({
        "SENT_LETTER, sendMail",
        "FILED_LETTER, mailFolders/folder-1/messages",
        "APPOINTMENT, events",
        "SERIES, events",
        "CONTACT, contacts",
        "TASK, todo/lists/list-1/tasks"
    })
    void each_item_goes_to_its_place(Kind kind, String place) {
        assertThat(request(kind).resource().path()).isEqualTo("/users/one%40t.example/" + place);
        assertThat(request(kind).body().orElseThrow().toString()).contains("A name");
    }

    @Test
    void a_letter_is_sent_to_its_reader_and_kept() {
        var body = request(Kind.SENT_LETTER).body().orElseThrow();

        assertThat(body.path("saveToSentItems").asBoolean()).isTrue();
        assertThat(body.at("/message/toRecipients/0/emailAddress/address").asString())
                .isEqualTo("two@t.example");
    }

    @Test
    void a_series_is_on_the_weekday_of_its_first_appointment() {
        var body = request(Kind.SERIES).body().orElseThrow();

        assertThat(body.at("/recurrence/pattern/daysOfWeek/0").asString()).isEqualTo("friday");
        assertThat(body.at("/recurrence/range/startDate").asString()).isEqualTo("2026-11-20");
        assertThat(body.at("/start/dateTime").asString()).isEqualTo("2026-11-20T10:00:00");
        assertThat(request(Kind.APPOINTMENT).body().orElseThrow().has("recurrence"))
                .isFalse();
    }

    @Test
    void nothing_is_put_into_an_inbox_but_by_mail() {
        assertThatThrownBy(() -> request(Kind.RECEIVED_LETTER)).isInstanceOf(IllegalArgumentException.class);
    }
}
