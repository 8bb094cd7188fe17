package dev.caravan.orchestrator.stream;

import dev.caravan.schemas.CloudEventHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// A worker's answer that came before what it speaks of, as it came.
record LateAnswer(Incoming record) {

    static LateAnswer decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var topic = in.readUTF();
            var partition = in.readInt();
            var offset = in.readLong();
            var key = in.readNBytes(in.readInt());
            var trace = in.readUTF();
            var headers = new RecordHeaders();
            if (!trace.isEmpty()) {
                headers.add(CloudEventHeaders.TRACE_PARENT, trace.getBytes(StandardCharsets.UTF_8));
            }
            return new LateAnswer(new Incoming(topic, partition, offset, key, in.readAllBytes(), headers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] encode() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var key = record.key() == null ? new byte[0] : record.key();
            out.writeUTF(record.topic());
            out.writeInt(record.partition());
            out.writeLong(record.offset());
            out.writeInt(key.length);
            out.write(key);
            out.writeUTF(CloudEventHeaders.text(record.headers(), CloudEventHeaders.TRACE_PARENT)
                    .orElse(""));
            out.write(record.value() == null ? new byte[0] : record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
