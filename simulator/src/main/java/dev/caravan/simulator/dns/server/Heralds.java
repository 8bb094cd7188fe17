package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.dns.zone.Zone;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Tells secondaries that a zone has changed (NOTIFY, RFC 1996), again and again until they confirm.
final class Heralds {

    private static final Logger LOG = LoggerFactory.getLogger(Heralds.class);
    private static final int ATTEMPTS_MAX = 5;
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(1);

    private final Activity activity;
    private final Map<Name, List<InetSocketAddress>> secondaries = new ConcurrentHashMap<>();

    Heralds(Activity activity) {
        this.activity = activity;
    }

    void send(Name zone, List<InetSocketAddress> to) {
        secondaries.put(zone, List.copyOf(to));
    }

    /// Begins to tell everybody, and returns at once.
    void tell(Zone zone) {
        for (InetSocketAddress secondary : secondaries.getOrDefault(zone.origin(), List.of())) {
            Activity.Served served = activity.begin();
            Thread.ofVirtual().start(() -> {
                try (served) {
                    tell(zone, secondary);
                }
            });
        }
    }

    private static void tell(Zone zone, InetSocketAddress secondary) {
        Message message = new Message();
        message.getHeader().setOpcode(Opcode.NOTIFY);
        message.getHeader().setFlag(Flags.AA);
        message.addRecord(Record.newRecord(zone.origin(), Type.SOA, DClass.IN), Section.QUESTION);
        message.addRecord(zone.soa(), Section.ANSWER);
        byte[] wire = message.toWire();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(secondary);
            socket.setSoTimeout((int) ANSWER_WAIT.toMillis());
            for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                socket.send(new DatagramPacket(wire, wire.length));
                if (confirmed(socket, message.getHeader().getID())) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("A secondary could not be told of a change");
        }
        LOG.atWarn()
                .addKeyValue("zone", zone.origin())
                .addKeyValue("server", secondary)
                .log("A secondary does not confirm that it was told of a change");
    }

    private static boolean confirmed(DatagramSocket socket, int id) {
        DatagramPacket answer = new DatagramPacket(new byte[512], 512);
        try {
            socket.receive(answer);
            return new Message(java.util.Arrays.copyOf(answer.getData(), answer.getLength()))
                            .getHeader()
                            .getID()
                    == id;
        } catch (IOException e) {
            return false;
        }
    }
}
