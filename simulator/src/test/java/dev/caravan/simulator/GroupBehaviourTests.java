package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the directory lets an application do with groups.
class GroupBehaviourTests {

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    private static final String LIST = "/groups/35c12382-2623-4807-94b3-e16961f4e7cc";
    private static final String SECURITY = "/groups/be9f76c3-82d1-42b3-919b-f01d44bc9502";
    private static final String TEAM = "/groups/e8fa0885-9888-4829-889d-1c4ddd03301d";

    @ParameterizedTest
    @CsvSource({"PATCH, " + LIST, "PATCH, " + SECURITY, "DELETE, " + LIST, "DELETE, " + SECURITY})
    @DisplayName("C.7 [C: SDKJ] distribution and mail-enabled security groups are read-only in Graph")
    void groups_of_exchange_are_read_only(String method, String path) {
        // When
        Reply reply = tenant.graph(method, path, method.equals("PATCH") ? "{\"displayName\": \"Other\"}" : null);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).isEqualTo("Cannot Update a mail-enabled security groups and or distribution list.");
    }

    @Test
    @DisplayName("C.7 [C: SDKJ] a deleted Microsoft 365 group waits in deletedItems, and keeps its address taken [I]")
    void a_deleted_team_waits() {
        // Given
        String team = "/groups/f6128a30-6e62-4330-b7c6-36699b8807cc";
        // When
        Reply reply = tenant.delete(team);
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(tenant.get("/directory/deletedItems/graph.group").body()).contains("Project 1");
        assertThat(message(tenant.invoke("Set-Mailbox", """
                {"Identity": "ada.abel", "EmailAddresses": {"@odata.type": "#Exchange.GenericHashTable",
                 "Add": "smtp:project1@fabrikam.example"}}"""))).contains("is already being used by");
    }
}
