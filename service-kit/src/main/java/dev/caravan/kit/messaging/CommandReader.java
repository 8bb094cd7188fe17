package dev.caravan.kit.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.kit.command.CommandHeader;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.SchemaIds;
import dev.caravan.schemas.TopicCatalogue.Topic;
import dev.caravan.schemas.UnreadableRecord;
import dev.caravan.schemas.common.CommandContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Finds out what a record is, and of a damaged or newer one at least whose command it was, so that its run hears of
/// it. Throws [dev.caravan.schemas.RegistryUnavailable] when that cannot be known yet.
///
/// @param <C> the service's commands
public final class CommandReader<C> {

    private static final int PREFIX_BYTES = 1 + Integer.BYTES;
    private static final String CONTEXT = "context";

    private final Topic topic;
    private final Vocabulary<C, ?> vocabulary;
    private final SchemaIds ids;
    private final AvroRecords records;

    public CommandReader(Topic topic, Vocabulary<C, ?> vocabulary, SchemaIds ids) {
        this.topic = topic;
        this.vocabulary = vocabulary;
        this.ids = ids;
        this.records = new AvroRecords(ids);
    }

    public Reading<C> read(ConsumerRecord<byte[], byte[]> record) {
        var value = record.value();
        if (value == null) {
            return unreadable("no-value", "the record has no value", Optional.empty());
        }
        var header = header(value);
        if (record.key() == null) {
            return unreadable("no-key", "the record has no key; a command is keyed by its account", header);
        }
        var bytes = record.key().length + value.length;
        if (bytes > topic.recordBytesMax()) {
            var cause = "the record has %d bytes, more than %d".formatted(bytes, topic.recordBytesMax());
            return unreadable("too-large", cause, header);
        }
        return header.map(known -> read(known, new String(record.key(), UTF_8), value))
                .orElseGet(() -> read(value));
    }

    private Reading<C> read(CommandHeader header, String key, byte[] value) {
        if (!header.account().value().equals(key)) {
            var cause = "the record is keyed by " + key + " and not by its account " + header.account();
            return unreadable("foreign-key", cause, Optional.of(header));
        }
        var written = ids.schemaOf(schemaId(value));
        if (topic.records().stream().noneMatch(schema -> schema.getFullName().equals(written.getFullName()))) {
            return new Reading.Unknown<>(header, written.getName());
        }
        try {
            var decoded = records.decode(value);
            return read(header, decoded);
        } catch (UnreadableRecord e) {
            return unreadable("unreadable", String.valueOf(e.getMessage()), Optional.of(header));
        }
    }

    private Reading<C> read(CommandHeader header, SpecificRecord decoded) {
        var name = decoded.getSchema().getName();
        try {
            return vocabulary
                    .toCommand(decoded)
                    .<Reading<C>>map(command -> new Reading.Readable<>(header, name, command))
                    .orElseGet(() -> new Reading.Unknown<>(header, name));
        } catch (IllegalArgumentException e) {
            return unreadable("unreadable", name + ": " + e.getMessage(), Optional.of(header));
        }
    }

    /// What is wrong with a record of which not even the context can be read.
    private Reading<C> read(byte[] value) {
        try {
            var type = records.decode(value).getSchema().getFullName();
            return unreadable("unreadable", "a " + type + " is no command", Optional.empty());
        } catch (UnreadableRecord e) {
            return unreadable("unreadable", String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    /// Every command begins with its context, which can therefore be read whatever follows.
    private Optional<CommandHeader> header(byte[] value) {
        if (value.length < PREFIX_BYTES || value[0] != 0) {
            return Optional.empty();
        }
        try {
            return contextSchema(ids.schemaOf(schemaId(value)))
                    .map(schema -> context(schema, value))
                    .map(CommonRecords::header);
        } catch (UnreadableRecord | AvroRuntimeException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Optional<Schema> contextSchema(Schema written) {
        return Optional.of(written)
                .filter(schema -> schema.getType() == Schema.Type.RECORD)
                .map(schema -> schema.getField(CONTEXT))
                .filter(field -> field.pos() == 0)
                .map(Schema.Field::schema)
                .filter(schema -> schema.getFullName().equals(CommandContext.SCHEMA$.getFullName()));
    }

    private static CommandContext context(Schema written, byte[] value) {
        var decoder = DecoderFactory.get().binaryDecoder(value, PREFIX_BYTES, value.length - PREFIX_BYTES, null);
        var known = CommandContext.SCHEMA$;
        try {
            return new SpecificDatumReader<CommandContext>(written, known, SpecificData.getForSchema(known))
                    .read(null, decoder);
        } catch (IOException | NegativeArraySizeException e) {
            throw new UnreadableRecord("damaged context: " + e.getMessage());
        }
    }

    private static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    private Reading<C> unreadable(String code, String cause, Optional<CommandHeader> header) {
        return new Reading.Unreadable<>(code, cause, header);
    }
}
