package dev.caravan.mailbox.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.mailbox.address.MovingDomains;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletedObjectTests {

    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("a.example"));

    @Test
    void only_what_holds_on_to_a_moving_domain_is_purged() {
        // Given
        var holding = object("0123ada@t.onmicrosoft.com", "ada@sub.A.example");
        var other = object("bo@stays.example");
        // Then
        assertThat(holding.purge(DOMAINS)).hasValueSatisfying(change -> {
            assertThat(change.kind()).isEqualTo("deletedUser");
            assertThat(change.after()).isEmpty();
            assertThat(change.sentence())
                    .isEqualTo("Ada, a deleted user that still holds ada@sub.A.example, is deleted for good");
        });
        assertThat(other.purge(DOMAINS)).isEmpty();
    }

    private static DeletedObject object(String... names) {
        return new DeletedObject("id", DeletedObject.Kind.DELETED_USER, "Ada", List.of(names));
    }
}
