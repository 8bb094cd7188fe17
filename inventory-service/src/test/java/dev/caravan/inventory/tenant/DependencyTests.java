package dev.caravan.inventory.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.inventory.tenant.Dependency.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyTests {

    private static final DomainName FABRIKAM = DomainName.parse("fabrikam.example");
    private static final DomainName GROUP = DomainName.parse("fabrikam-group.example");

    @Test
    void an_object_that_two_products_show_is_one() {
        // Given
        var user = new Dependency(FABRIKAM, Type.USER, "1", "Ada", List.of("ada@fabrikam.example"));
        var mailbox = new Dependency(
                FABRIKAM, Type.USER, "1", "Ada A.", List.of("ada@fabrikam.example", "smtp:a@fabrikam.example"));
        var elsewhere = new Dependency(GROUP, Type.USER, "1", "Ada", List.of("smtp:ada@fabrikam-group.example"));
        // When
        var merged = Dependency.merged(List.of(user, elsewhere, mailbox));
        // Then
        assertThat(merged)
                .containsExactly(
                        new Dependency(
                                FABRIKAM,
                                Type.USER,
                                "1",
                                "Ada",
                                List.of("ada@fabrikam.example", "smtp:a@fabrikam.example")),
                        elsewhere);
    }
}
