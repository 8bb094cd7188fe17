package dev.caravan.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.dns.LowerTtl;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class AvroRecordsTests {

    private static final String TOPIC = WorkerService.DNS.commandsTopic();

    private final LocalSchemaIds ids = new LocalSchemaIds();
    private final AvroRecords records = new AvroRecords(ids);

    @Test
    void a_record_is_read_as_it_was_written() {
        // Given
        LowerTtl command = lowerTtl();

        // When
        var read = records.decode(records.encode(TOPIC, command));

        // Then
        assertThat(read).isEqualTo(command);
    }

    @Test
    void the_bytes_are_in_the_confluent_wire_format() {
        // When
        byte[] bytes = records.encode(TOPIC, lowerTtl());

        // Then
        assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void garbage_is_unreadable_whatever_it_looks_like() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            // Given
            byte[] garbage = new byte[random.nextInt(64)];
            random.nextBytes(garbage);

            // Then
            assertThatThrownBy(() -> records.decode(garbage)).isInstanceOf(UnreadableRecord.class);
        }
    }

    @Test
    void every_truncation_and_every_appended_byte_is_noticed() {
        // Given
        byte[] bytes = records.encode(TOPIC, lowerTtl());

        // Then
        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> records.decode(truncated)).isInstanceOf(UnreadableRecord.class);
        }
        byte[] extended = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> records.decode(extended)).hasMessageContaining("bytes are left");
    }

    @Test
    void a_type_that_this_version_does_not_know_is_unreadable_and_named() {
        // Given
        Schema foreign = SchemaBuilder.record("dev.caravan.schemas.dns.MoveZone")
                .fields()
                .requiredString("zone")
                .endRecord();
        int id = ids.idOf("any", foreign);

        // Then
        assertThatThrownBy(() -> records.decode(new byte[] {0, 0, 0, 0, (byte) id, 2, 'a'}))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("dev.caravan.schemas.dns.MoveZone");
    }

    @Test
    void no_class_outside_the_vocabulary_is_ever_instantiated() {
        // Given
        Schema foreign = SchemaBuilder.record("java.io.File").fields().endRecord();
        int id = ids.idOf("any", foreign);

        // Then
        assertThatThrownBy(() -> records.decode(new byte[] {0, 0, 0, 0, (byte) id}))
                .isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void digests_of_changes_do_not_depend_on_where_one_value_ends() {
        // Given
        String joined = ChangeDigest.of("rrset", "a. MX", "ttl", List.of("1", "2"), List.of("3"));

        // When
        String shifted = ChangeDigest.of("rrset", "a. MX", "ttl", List.of("1"), List.of("2", "3"));

        // Then
        assertThat(joined).hasSize(16).isNotEqualTo(shifted);
    }

    private static LowerTtl lowerTtl() {
        return LowerTtl.newBuilder()
                .setContext(context())
                .setZones(List.of("fabrikam.example", "bücher.example"))
                .setTtlSeconds(300)
                .build();
    }

    static CommandContext context() {
        return CommandContext.newBuilder()
                .setCommandId("r1/lower-ttl/0/1")
                .setRunId("r1")
                .setStepId("lower-ttl")
                .setChunk(0)
                .setAttempt(1)
                .setCustomerId("47eaa099-2cb6-416d-86dc-283cf0480ff9")
                .setConnectionId("c1")
                .setAccount("dns:fabrikam")
                .setIssuedAt(Instant.parse("2026-12-03T19:00:00Z"))
                .setNotAfter(Instant.parse("2026-12-03T19:30:00Z"))
                .build();
    }
}
