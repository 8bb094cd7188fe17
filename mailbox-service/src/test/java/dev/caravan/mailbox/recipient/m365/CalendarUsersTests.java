package dev.caravan.mailbox.recipient.m365;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CalendarUsersTests {

    private static final ObjectNode ONE = person("one", "SMTP:jana@a.example");
    private static final ObjectNode OTHER = person("other", "SMTP:jana2@a.example", "smtp:jana.c@a.example");

    @Test
    void of_two_who_are_called_so_the_one_is_meant_who_uses_the_calendar() {
        assertThat(known("jana.c@a.example").narrow("mailbox", "Jana", List.of(ONE, OTHER)))
                .containsExactly(OTHER);
    }

    @Test
    void two_of_one_name_who_both_use_it_cannot_be_told_apart() {
        assertThat(known("jana@a.example", "jana2@a.example").narrow("mailbox", "Jana", List.of(ONE, OTHER)))
                .containsExactly(ONE, OTHER);
    }

    @Test
    void whoever_has_a_name_alone_needs_no_address() {
        assertThat(new CalendarUsers.Known(Map.of()).narrow("mailbox", "Jana", List.of(ONE)))
                .containsExactly(ONE);
    }

    private static CalendarUsers.Known known(String... addresses) {
        return new CalendarUsers.Known(Map.of(
                "mailbox",
                List.of(addresses).stream()
                        .map(address -> new CalendarUsers.User("Jana", address))
                        .toList()));
    }

    private static ObjectNode person(String guid, String... addresses) {
        var person = JsonMapper.shared().createObjectNode().put("Guid", guid);
        List.of(addresses).forEach(person.putArray("EmailAddresses")::add);
        return person;
    }
}
