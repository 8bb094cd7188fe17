package dev.caravan.dns.authority;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/// A resolver on loopback that answers with prepared records.
final class CannedResolver implements AutoCloseable {

    private static final int DATAGRAM_BYTES_MAX = 4096;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> denials = new ConcurrentHashMap<>();

    CannedResolver() throws IOException {
        Thread.ofVirtual().name("canned-resolver").start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Puts a record, in the form of a master file, into the answer section.
    void answers(String name, String record) {
        answers.put(name, record);
    }

    /// Puts it into the authority section.
    void denies(String name, String record) {
        denials.put(name, record);
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[DATAGRAM_BYTES_MAX], DATAGRAM_BYTES_MAX);
                socket.receive(packet);
                var bytes = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            socket.close();
        }
    }

    private Message answer(Message question) throws IOException {
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        var name = question.getQuestion().getName().toString();
        add(answer, answers.get(name), Section.ANSWER);
        add(answer, denials.get(name), Section.AUTHORITY);
        return answer;
    }

    private static void add(Message answer, @Nullable String record, int section) throws IOException {
        if (record != null) {
            var bytes = record.getBytes(StandardCharsets.US_ASCII);
            try (var master = new Master(new ByteArrayInputStream(bytes))) {
                answer.addRecord(master.nextRecord(), section);
            }
        }
    }
}
