package dev.caravan.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.ConnectionTarget;
import dev.caravan.schemas.dns.LowerTtl;
import dev.caravan.schemas.dns.PublishOwnership;
import dev.caravan.schemas.dns.RevertRecords;
import dev.caravan.schemas.mailbox.MoveSignInNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandCatalogueTests {

    private final CommandCatalogue catalogue = CommandCatalogue.shipped();

    @Test
    void a_command_of_the_idl_is_known_by_its_name_with_all_that_a_runbook_needs() {
        // When
        CommandType lowerTtl = catalogue.find("dns.LowerTtl").orElseThrow();

        // Then
        assertThat(lowerTtl.topic()).isEqualTo("caravan.dns.commands");
        assertThat(lowerTtl.on()).isEqualTo("dns");
        assertThat(lowerTtl.objectsKinds()).containsExactly("domains");
        assertThat(lowerTtl.plans()).contains("dns.TtlLoweringPlanned");
        assertThat(lowerTtl.check()).isFalse();
        assertThat(lowerTtl.arguments()).extracting(Argument::name).containsExactly("ttlSeconds");
    }

    @Test
    void a_command_is_built_from_arguments_and_defaults() {
        // Given
        CommandType lowerTtl = catalogue.find("dns.LowerTtl").orElseThrow();

        // When
        var given = (LowerTtl) lowerTtl.build(
                AvroRecordsTests.context(),
                Map.of("ttlSeconds", 60),
                new CommandType.Load(List.of(), List.of("fabrikam.example"), List.of(), Map.of()));
        var left = (LowerTtl) lowerTtl.build(AvroRecordsTests.context(), Map.of(), CommandType.Load.NONE);

        // Then
        assertThat(given.getTtlSeconds()).isEqualTo(60);
        assertThat(given.getZones()).containsExactly("fabrikam.example");
        assertThat(left.getTtlSeconds()).isEqualTo(300);
    }

    @Test
    void an_undo_command_carries_changes_of_the_ledger() {
        // Given
        Change change = new Change("rrset", "fabrikam.example. MX", "ttl", List.of("14400"), List.of("300"), "…");

        // When
        var undo = (RevertRecords) catalogue
                .find("dns.RevertRecords")
                .orElseThrow()
                .build(
                        AvroRecordsTests.context(),
                        Map.of(),
                        new CommandType.Load(List.of(), List.of(), List.of(change), Map.of()));

        // Then
        assertThat(undo.getChanges()).containsExactly(change);
    }

    @Test
    void a_command_is_given_the_domains_of_the_run_where_it_asks_for_them() {
        // Given
        CommandType move = catalogue.find("mailbox.MoveSignInNames").orElseThrow();

        // When
        var moving = (MoveSignInNames) move.build(
                AvroRecordsTests.context(),
                Map.of(),
                new CommandType.Load(List.of("fabrikam.example"), List.of("a user's id"), List.of(), Map.of()));

        // Then
        assertThat(moving.getDomains()).containsExactly("fabrikam.example");
        assertThat(moving.getUsers()).containsExactly("a user's id");
        assertThat(move.arguments()).isEmpty();
    }

    @Test
    void a_command_may_act_on_several_kinds_of_objects() {
        assertThat(catalogue.find("mailbox.RemoveAddresses").orElseThrow().objectsKinds())
                .contains("mailboxes", "distributionGroups");
    }

    @Test
    void a_role_that_a_step_names_becomes_the_connection_of_the_run() {
        // Given
        CommandType publish = catalogue.find("dns.PublishOwnership").orElseThrow();
        var target = new ConnectionTarget("a connection", "an account");
        var load = new CommandType.Load(List.of(), List.of(), List.of(), Map.of("destination", target));

        // When
        var built = (PublishOwnership) publish.build(AvroRecordsTests.context(), Map.of("tenant", "destination"), load);

        // Then
        assertThat(built.getTenant()).isEqualTo(target);
        assertThatThrownBy(() -> publish.build(AvroRecordsTests.context(), Map.of("tenant", "source"), load))
                .hasMessage("the run has no connection in the role source");
        assertThatThrownBy(() -> publish.build(AvroRecordsTests.context(), Map.of("tenant", "elsewhere"), load))
                .hasMessage("tenant must be one of source, destination, dns, bittitan");
    }

    @Test
    void wrong_arguments_are_refused_by_name() {
        // Given
        CommandType lowerTtl = catalogue.find("dns.LowerTtl").orElseThrow();

        // Then
        assertThatThrownBy(() -> lowerTtl.build(AvroRecordsTests.context(), Map.of("ttl", 60), CommandType.Load.NONE))
                .hasMessage("dns.LowerTtl takes no argument ttl");
        assertThatThrownBy(() ->
                        lowerTtl.build(AvroRecordsTests.context(), Map.of("ttlSeconds", "soon"), CommandType.Load.NONE))
                .hasMessage("ttlSeconds must be a whole number");
    }

    @Test
    void every_record_of_a_command_or_events_topic_begins_with_its_context() {
        for (TopicCatalogue.Topic topic : TopicCatalogue.topics()) {
            boolean carriesContext = topic.name().endsWith(".commands")
                    || topic.name().endsWith(".events")
                    || topic.name().equals(TopicCatalogue.RUN_INPUTS);
            if (carriesContext) {
                assertThat(topic.records())
                        .allSatisfy(schema -> assertThat(
                                        schema.getFields().getFirst().name())
                                .as(schema.getFullName())
                                .isEqualTo("context"));
            }
        }
    }
}
