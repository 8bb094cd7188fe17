package dev.caravan.m365.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.MicrosoftStandIn;
import dev.caravan.m365.TenantCall;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTests {

    @ParameterizedTest
    @CsvSource({
        ", login.microsoftonline.com, graph.microsoft.com, outlook.office365.com",
        "global, login.microsoftonline.com, graph.microsoft.com, outlook.office365.com",
        "usgov, login.microsoftonline.us, graph.microsoft.us, outlook.office365.us",
        "dod, login.microsoftonline.us, dod-graph.microsoft.us, outlook-dod.office365.us",
        "china, login.chinacloudapi.cn, microsoftgraph.chinacloudapi.cn, outlook.office365.cn"
    })
    void a_connection_says_in_which_cloud_its_tenant_is(String word, String login, String graph, String exchange) {
        // Given
        var settings = word == null ? Map.<String, String>of() : Map.of("cloud", word);

        // When
        var tenant = tenant(settings, Optional.of(MicrosoftStandIn.TENANT));

        // Then
        assertThat(tenant.map(Tenant::cloud).map(Cloud::loginHost)).isEqualTo(Outcome.done(login));
        assertThat(tenant.map(Tenant::cloud).map(Cloud::graphHost)).isEqualTo(Outcome.done(graph));
        assertThat(tenant.map(Tenant::cloud).map(Cloud::exchangeHost)).isEqualTo(Outcome.done(exchange));
    }

    @Test
    void a_cloud_that_does_not_exist_is_refused() {
        assertThat(tenant(Map.of("cloud", "germany"), Optional.of(MicrosoftStandIn.TENANT)))
                .isEqualTo(Outcome.refused(
                        "unknown-cloud",
                        "connection connection: setting cloud is \"germany\", known are [global, usgov, dod, china]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "organizations", "fabrikam.example", "../7d1a8b52-0000-4000-8000-00000000000a"})
    void a_tenant_is_named_by_its_guid_alone(String tenantId) {
        assertThat(tenant(Map.of(), Optional.of(tenantId)))
                .isEqualTo(Outcome.refused(
                        "incomplete-connection", "connection connection: tenantId must be a GUID, is " + tenantId));
    }

    @Test
    void a_connection_without_a_tenant_is_refused() {
        assertThat(tenant(Map.of(), Optional.empty()))
                .isEqualTo(Outcome.refused(
                        "incomplete-connection", "connection connection: tenantId must be a GUID, is missing"));
    }

    private static Outcome<Tenant> tenant(Map<String, String> settings, Optional<String> tenantId) {
        return Tenant.of(TenantCall.to(Set.of(), settings, tenantId).connection());
    }
}
