package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.inventory.CaptureTenant;
import dev.caravan.schemas.inventory.InventoryObject;
import dev.caravan.schemas.inventory.TenantCaptured;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A capture counts when all its objects are here, in whatever order topics show them.
class SnapshotTests {

    private static final String RUN = "run-1";
    private static final String SNAPSHOT = "capture-1";
    private static final String CAPTURE = """
            runbook: test
            title: Look before you change
            phases:
              - phase: look
                title: Look
                steps:
                  - step: capture
                    title: Capture
                    command: inventory.CaptureTenant
                    on: dns
            """;

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void an_answer_that_comes_after_its_objects_ends_the_step() throws Exception {
        // Given
        var command = begin();
        object("mailboxes", "m1", "{}");
        object("users", "u1", "{\"a\": 1}");
        rig.story();
        // When
        answer(command, 2, digest("mailboxes", "m1", "{}", "users", "u1", "{\"a\": 1}"));
        // Then
        assertThat(rig.story()).contains("StepSucceeded");
    }

    @Test
    void an_answer_that_comes_before_the_last_object_waits_for_it() throws Exception {
        // Given
        var command = begin();
        object("mailboxes", "m1", "{}");
        rig.story();
        // When
        answer(command, 2, digest("mailboxes", "m1", "{}", "mailboxes", "m2", "{}"));
        var before = rig.story();
        object("mailboxes", "m2", "{}");
        var after = rig.story();
        object("mailboxes", "m2", "{}");
        var afterwards = rig.story();
        // Then
        assertThat(before).doesNotContain("StepSucceeded");
        assertThat(after).containsOnlyOnce("StepSucceeded");
        assertThat(afterwards).isEmpty();
    }

    @Test
    void as_many_objects_with_another_content_are_not_what_was_captured() throws Exception {
        // Given
        var command = begin();
        object("mailboxes", "m1", "{\"old\": true}");
        rig.story();
        // When
        answer(command, 1, digest("mailboxes", "m1", "{}"));
        var before = rig.story();
        object("mailboxes", "m1", "{}");
        // Then
        assertThat(before).doesNotContain("StepSucceeded");
        assertThat(rig.story()).contains("StepSucceeded");
    }

    @Test
    void an_object_that_was_taken_away_again_does_not_count() throws Exception {
        // Given
        var command = begin();
        object("mailboxes", "m1", "{}");
        object("mailboxes", "m2", "{}");
        rig.pipe(TopicCatalogue.INVENTORY_OBJECTS, key("mailboxes", "m2"), null);
        rig.story();
        // When
        answer(command, 1, digest("mailboxes", "m1", "{}"));
        // Then
        assertThat(rig.story()).contains("StepSucceeded");
    }

    private CommandContext begin() {
        rig.ask(RUN, People.create(RUN, CAPTURE, "a.example"));
        return rig.written(WorkerService.INVENTORY.commandsTopic(), CaptureTenant.class)
                .getFirst()
                .getContext();
    }

    private void object(String kind, String id, String json) {
        var object = new InventoryObject(RUN, SNAPSHOT, kind, id, json);
        rig.pipe(
                TopicCatalogue.INVENTORY_OBJECTS,
                key(kind, id),
                rig.avro.encode(TopicCatalogue.INVENTORY_OBJECTS, object));
    }

    private static byte[] key(String kind, String id) {
        return String.join("/", RUN, SNAPSHOT, kind, id).getBytes(UTF_8);
    }

    private void answer(CommandContext command, int objects, String digest) {
        var topic = WorkerService.INVENTORY.eventsTopic();
        var captured =
                new TenantCaptured(People.about(command), SNAPSHOT, "tenant", objects, digest, List.of(), 1, 0, 0L, 0);
        rig.pipe(topic, RUN.getBytes(UTF_8), rig.avro.encode(topic, captured));
    }

    /// As `inventory.avdl` says it.
    private static String digest(String... objects) throws NoSuchAlgorithmException {
        var sum = new byte[32];
        for (var i = 0; i < objects.length; i += 3) {
            var text = String.join("\u0000", objects[i], objects[i + 1], objects[i + 2]);
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            for (var at = 0; at < sum.length; at++) {
                sum[at] ^= digest[at];
            }
        }
        return HexFormat.of().formatHex(sum);
    }
}
