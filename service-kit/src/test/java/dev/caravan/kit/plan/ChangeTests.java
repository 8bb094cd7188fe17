package dev.caravan.kit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.schemas.ChangeDigest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTests {

    @Test
    void its_digest_is_the_one_that_approvals_name_on_the_wire() {
        // Given
        var change = new Change("rrset", "müller.example. MX", "ttl", List.of("3600", ""), List.of(), "take away");

        // When
        var digest = change.digest();

        // Then
        assertThat(digest)
                .hasSize(16)
                .isEqualTo(ChangeDigest.of(
                        change.kind(), change.id(), change.property(), change.before(), change.after()));
    }

    @Test
    void the_sentence_may_improve_without_touching_an_approval() {
        // Given
        var change = new Change("rrset", "a.example. MX", "ttl", List.of("3600"), List.of("300"), "Lower it");

        // When
        var reworded = new Change("rrset", "a.example. MX", "ttl", List.of("3600"), List.of("300"), "Lower the TTL");

        // Then
        assertThat(reworded.digest()).isEqualTo(change.digest());
    }
}
