package dev.caravan.m365.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.kit.command.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EndpointsTests {

    private static final String GRAPH = "graph.microsoft.com";

    @Test
    void a_host_is_reached_at_its_own_name_unless_configured_otherwise() {
        // Given
        var production = new Endpoints(settings(Map.of()));
        var demo = new Endpoints(settings(Map.of("Graph.Microsoft.com", "http://127.0.0.1:29001/graph/")));

        // Then
        assertThat(production.at(GRAPH, "/v1.0/users?$top=1"))
                .hasToString("https://graph.microsoft.com/v1.0/users?$top=1");
        assertThat(demo.at(GRAPH, "/v1.0/users?$top=1")).hasToString("http://127.0.0.1:29001/graph/v1.0/users?$top=1");
        assertThat(demo.base("outlook.office365.com")).isEqualTo("https://outlook.office365.com");
    }

    @Test
    void a_link_leads_to_where_its_host_is_reached() {
        // Given
        var demo = new Endpoints(settings(Map.of(GRAPH, "http://127.0.0.1:29001/graph")));

        // When
        var followed = demo.follow(GRAPH, "https://graph.microsoft.com:443/v1.0/users?$skiptoken=a%20b");

        // Then
        assertThat(followed)
                .isEqualTo(Outcome.done(URI.create("http://127.0.0.1:29001/graph/v1.0/users?$skiptoken=a%20b")));
    }

    @Test
    void settings_are_bound_by_the_hosts_names() {
        // Given
        var binder = new Binder(new MapConfigurationPropertySource(Map.of(
                "caravan.microsoft365.endpoints[graph.microsoft.com]", "http://127.0.0.1:29001/graph",
                "caravan.microsoft365.graph-timeout", "5s")));

        // When
        var settings = binder.bindOrCreate("caravan.microsoft365", Microsoft365Settings.class);

        // Then
        assertThat(settings.endpoints()).isEqualTo(Map.of(GRAPH, URI.create("http://127.0.0.1:29001/graph")));
        assertThat(settings.graphTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.loginTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.exchangeTimeout()).isEqualTo(Duration.ofMinutes(16));
    }

    @Test
    void production_needs_no_settings() {
        // Given
        var binder = new Binder(new MapConfigurationPropertySource(Map.of()));

        // When
        var settings = binder.bindOrCreate("caravan.microsoft365", Microsoft365Settings.class);

        // Then
        assertThat(settings.endpoints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:29001", "ftp://127.0.0.1/graph", "http://127.0.0.1/graph?x=1", "http:///graph"})
    void an_endpoint_that_is_none_is_named_by_its_path(String base) {
        assertThatThrownBy(() -> settings(Map.of(GRAPH, base)))
                .hasMessage("caravan.microsoft365.endpoints[graph.microsoft.com]: must be a base URL, is " + base);
    }

    @Test
    void a_timeout_that_is_none_is_named_by_its_path() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Microsoft365Settings(
                        Map.of(), second, Duration.ZERO, second, ExchangeRouting.INVOKE_COMMAND))
                .hasMessage("caravan.microsoft365.graph-timeout: must be longer than nothing, is PT0S");
    }

    private static Microsoft365Settings settings(Map<String, String> endpoints) {
        var second = Duration.ofSeconds(1);
        var byHost = new TreeMap<String, URI>();
        endpoints.forEach((host, base) -> byHost.put(host, URI.create(base)));
        return new Microsoft365Settings(byHost, second, second, second, ExchangeRouting.INVOKE_COMMAND);
    }
}
