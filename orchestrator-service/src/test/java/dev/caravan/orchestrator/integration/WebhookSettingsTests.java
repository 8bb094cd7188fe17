package dev.caravan.orchestrator.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookSettingsTests {

    @Test
    void without_an_address_nothing_is_asked_for() {
        assertThatCode(() -> settings("", List.of())).doesNotThrowAnyException();
    }

    @Test
    void an_address_must_be_allowed_and_sound() {
        assertThatThrownBy(() -> settings("https://other.example/hook", List.of("receiver.example")))
                .hasMessageContaining("caravan.integration.webhook.allowed-hosts")
                .hasMessageContaining("other.example");
        assertThatThrownBy(() -> settings("file:///etc/passwd", List.of("receiver.example")))
                .hasMessageContaining("caravan.integration.webhook.url");
        assertThatThrownBy(() -> settings("https://u:p@receiver.example/", List.of("receiver.example")))
                .hasMessageContaining("must not contain a user");
        assertThatCode(() -> settings("https://Receiver.example/hook", List.of("receiver.EXAMPLE")))
                .doesNotThrowAnyException();
    }

    @Test
    void the_patience_of_one_event_counts_all_attempts_and_pauses() {
        assertThat(settings("", List.of()).patience()).isEqualTo(Duration.ofSeconds(3 * 10 + 1 + 2));
    }

    @Test
    void no_name_leads_to_a_metadata_service_unless_that_address_is_configured() {
        var metadata = URI.create("http://169.254.169.254/latest");
        assertThatThrownBy(() -> new ReachableHost(Set.of("receiver.example")).require(metadata))
                .isInstanceOf(NotAccepted.class);
        assertThatCode(() -> new ReachableHost(Set.of("169.254.169.254")).require(metadata))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> new ReachableHost(Set.of("0.0.0.0.example", "[::]")).require(URI.create("http://[::]/")))
                .isInstanceOf(NotAccepted.class);
        assertThatCode(() -> new ReachableHost(Set.of("127.0.0.1")).require(URI.create("http://127.0.0.1/")))
                .doesNotThrowAnyException();
    }

    private static WebhookSettings settings(String url, List<String> allowedHosts) {
        return new WebhookSettings(
                Optional.of(URI.create(url)),
                allowedHosts,
                Optional.of("webhook"),
                "caravan.run.events",
                "caravan.run.events.dlt",
                "caravan-webhook",
                3,
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10));
    }
}
