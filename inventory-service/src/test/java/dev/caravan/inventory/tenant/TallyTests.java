package dev.caravan.inventory.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final CapturedObject ADA = new CapturedObject(Kind.MAILBOXES, "ada", "{\"a\":1}");
    private static final CapturedObject BO = new CapturedObject(Kind.MAILBOXES, "bo", "{\"b\":2}");
    private static final CapturedObject SALES = new CapturedObject(Kind.DISTRIBUTION_GROUPS, "sales", "{}");

    @Test
    void it_is_the_same_in_any_order_and_in_any_parts() {
        // When
        var whole = Tally.NONE.with(List.of(ADA, BO, SALES));
        var inParts = Tally.NONE.with(List.of(SALES)).with(List.of(BO)).with(List.of(ADA));
        // Then
        assertThat(inParts).isEqualTo(whole);
        assertThat(whole.objects()).isEqualTo(3);
        assertThat(whole.of(Kind.MAILBOXES)).isEqualTo(2);
        assertThat(whole.of(Kind.USERS)).isZero();
    }

    @Test
    void another_content_is_another_digest() {
        // When
        var changed = Tally.NONE.with(List.of(new CapturedObject(Kind.MAILBOXES, "ada", "{\"a\":2}")));
        // Then
        assertThat(changed.digest()).isNotEqualTo(Tally.NONE.with(List.of(ADA)).digest());
    }

    @Test
    void what_is_written_is_read_again() {
        // Given
        var tally = Tally.NONE.with(List.of(ADA, BO, SALES));
        // Then
        assertThat(Tally.parse(tally.written())).isEqualTo(tally);
        assertThat(Tally.parse(Tally.NONE.written())).isEqualTo(Tally.NONE);
        assertThatThrownBy(() -> Tally.parse("mailboxes=1")).isInstanceOf(IllegalArgumentException.class);
    }
}
