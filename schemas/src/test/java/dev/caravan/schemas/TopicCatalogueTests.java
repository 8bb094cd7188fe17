package dev.caravan.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.schemas.TopicCatalogue.Topic;
import org.junit.jupiter.api.Test;

class TopicCatalogueTests {

    @Test
    void each_topic_that_is_consumed_has_its_dead_letters_and_no_other() {
        // When
        var names = TopicCatalogue.topics().stream().map(Topic::name).toList();

        // Then
        assertThat(names).doesNotHaveDuplicates().contains("caravan.dns.commands.dlt", "caravan.run.inputs.dlt");
        assertThat(names)
                .contains("caravan.run.events.dlt")
                .doesNotContain("caravan.run.views.dlt", "caravan.dns.commands.dlt.dlt");
    }

    @Test
    void what_the_orchestrator_reads_is_keyed_by_the_run() {
        assertThat(TopicCatalogue.readByOrchestrator())
                .hasSize(6)
                .allSatisfy(name -> assertThat(TopicCatalogue.find(name))
                        .hasValueSatisfying(topic -> assertThat(topic.key())
                                .isIn(TopicCatalogue.Key.RUN_ID, TopicCatalogue.Key.COMPOSITE_BY_RUN_ID)));
    }

    @Test
    void compacted_topics_keep_their_records_and_public_ones_keep_them_400_days() {
        assertThat(TopicCreation.settings(
                        TopicCatalogue.find(TopicCatalogue.RUN_VIEWS).orElseThrow()))
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
        assertThat(TopicCreation.settings(
                        TopicCatalogue.find(TopicCatalogue.RUN_EVENTS).orElseThrow()))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "34560000000");
    }

    @Test
    void every_service_can_say_that_it_refuses_a_command() {
        for (WorkerService service : WorkerService.values()) {
            assertThat(TopicCatalogue.find(service.eventsTopic()).orElseThrow().records())
                    .extracting(schema -> schema.getName())
                    .contains("CommandRefused", "CommandFailed");
        }
    }
}
