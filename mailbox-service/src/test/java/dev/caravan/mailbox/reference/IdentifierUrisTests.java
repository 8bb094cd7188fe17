package dev.caravan.mailbox.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierUrisTests {

    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("a.example", "sub.a.example"));

    @ParameterizedTest
    @CsvSource({
        "https://a.example/app,            https://t.onmicrosoft.com/app",
        "https://App.A.example:8443/x?y=1, https://App.t.onmicrosoft.com:8443/x?y=1",
        "https://x.sub.a.example,          https://x.t.onmicrosoft.com",
        "https://nota.example/a.example,   https://nota.example/a.example",
        "api://1b2c,                       api://1b2c",
        "urn:a.example,                    urn:a.example"
    })
    void only_the_host_of_a_moving_domain_becomes_the_initial_one(String before, String after) {
        // Given
        var application = new Application("id", "App", List.of(before));
        // When
        var change = IdentifierUris.plan(application, DOMAINS, "t.onmicrosoft.com");
        // Then
        assertThat(change.map(Change::after).orElse(List.of(before))).containsExactly(after);
        assertThat(change.isEmpty()).isEqualTo(before.equals(after));
    }

    @Test
    void uris_come_back_and_what_others_added_stays_and_is_told() {
        // When
        var untouched = reverted("https://t.onmicrosoft.com/app", "api://1");
        var touched = reverted("https://t.onmicrosoft.com/app", "api://1", "https://new.example");
        // Then
        assertThat(untouched.conflicts()).isEmpty();
        assertThat(untouched.changes().getFirst().after())
                .containsExactlyInAnyOrder("https://a.example/app", "api://1");
        assertThat(touched.changes().getFirst().after())
                .containsExactlyInAnyOrder("https://a.example/app", "api://1", "https://new.example");
        assertThat(touched.conflicts()).hasSize(1);
    }

    @Test
    void what_is_back_already_is_left_alone_and_a_removed_application_is_told() {
        assertThat(reverted("https://a.example/app", "api://1").changes()).isEmpty();
        assertThat(IdentifierUris.reversion(Map.of(), recorded()).conflicts()).hasSize(1);
    }

    private static Plan reverted(String... now) {
        return IdentifierUris.reversion(Map.of("id", new Application("id", "App", List.of(now))), recorded());
    }

    private static List<Change> recorded() {
        var before = new Application("id", "App", List.of("https://a.example/app", "api://1"));
        return IdentifierUris.plan(before, DOMAINS, "t.onmicrosoft.com").stream()
                .toList();
    }
}
