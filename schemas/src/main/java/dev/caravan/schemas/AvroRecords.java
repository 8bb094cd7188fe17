package dev.caravan.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/// Records as bytes in the Confluent wire format: `0x00`, the schema's id in four bytes, the Avro body.
///
/// One record type per subject (`<topic>-<full name>`). Thread-safe; schemas and ids are looked up once. Reading
/// resolves the writer's schema to the one that this program was built with.
public final class AvroRecords {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    static {
        Trust.establish();
    }

    private final SchemaIds ids;
    private final Map<String, Integer> idBySubject = new ConcurrentHashMap<>();
    private final Map<Integer, SpecificDatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    public AvroRecords(SchemaIds ids) {
        this.ids = ids;
    }

    /// The registry's subject for records of that type on that topic.
    public static String subject(String topic, Schema record) {
        return topic + "-" + record.getFullName();
    }

    /// The record as it is written to the topic.
    public byte[] encode(String topic, SpecificRecord record) {
        Schema schema = record.getSchema();
        int id = idBySubject.computeIfAbsent(subject(topic, schema), subject -> ids.idOf(subject, schema));
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        out.writeBytes(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(id).array());
        write(record, schema, out);
        return out.toByteArray();
    }

    /// The record that was written. Throws [UnreadableRecord] for anything that is none of ours.
    public SpecificRecord decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new UnreadableRecord("not in the Confluent wire format: " + bytes.length + " bytes");
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        SpecificDatumReader<SpecificRecord> reader = readers.computeIfAbsent(id, this::reader);
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        try {
            SpecificRecord record = read(reader, decoder);
            if (!decoder.isEnd()) {
                throw new UnreadableRecord(
                        "bytes are left after a " + record.getSchema().getFullName());
            }
            return record;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | NegativeArraySizeException damaged) {
            throw new UnreadableRecord(
                    "damaged body of a " + reader.getSchema().getFullName() + ": " + damaged.getMessage(), damaged);
        }
    }

    private static SpecificRecord read(SpecificDatumReader<SpecificRecord> reader, BinaryDecoder decoder)
            throws IOException {
        // The reader keeps state while it resolves schemas: its copies are cheap, sharing it is not safe.
        return new SpecificDatumReader<SpecificRecord>(
                        reader.getSchema(), reader.getExpected(), reader.getSpecificData())
                .read(null, decoder);
    }

    private SpecificDatumReader<SpecificRecord> reader(int id) {
        Schema written = ids.schemaOf(id);
        Schema known = knownAs(written)
                .orElseThrow(() -> new UnreadableRecord("no record type of this version: " + written.getFullName()));
        return new SpecificDatumReader<>(written, known, SpecificData.getForSchema(known));
    }

    private static Optional<Schema> knownAs(Schema written) {
        if (written.getType() != Schema.Type.RECORD || !written.getFullName().startsWith(Trust.PACKAGE)) {
            return Optional.empty();
        }
        try {
            Class<?> type = Class.forName(written.getFullName());
            return SpecificRecord.class.isAssignableFrom(type)
                    ? Optional.of(SpecificData.get().getSchema(type))
                    : Optional.empty();
        } catch (ClassNotFoundException unknown) {
            return Optional.empty();
        }
    }

    private static void write(SpecificRecord record, Schema schema, ByteArrayOutputStream out) {
        try {
            var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new SpecificDatumWriter<SpecificRecord>(schema, SpecificData.getForSchema(schema)).write(record, encoder);
            encoder.flush();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
