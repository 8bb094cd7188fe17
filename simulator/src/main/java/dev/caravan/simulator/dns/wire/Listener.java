package dev.caravan.simulator.dns.wire;

import dev.caravan.simulator.clock.Activity;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens at one address and port, UDP and TCP, a virtual thread for every datagram and every connection.
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int DATAGRAMS_MAX = 512;
    private static final int CONNECTIONS_MAX = 256;
    private static final int MESSAGE_BYTES_MAX = 65_535;
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);

    private final InetSocketAddress address;
    private final Handler handler;
    private final Activity activity;
    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final Semaphore datagramsInService = new Semaphore(DATAGRAMS_MAX);
    private final Semaphore connectionsInService = new Semaphore(CONNECTIONS_MAX);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Listener(
            InetSocketAddress address,
            Handler handler,
            Activity activity,
            DatagramSocket datagrams,
            ServerSocket connections) {
        this.address = address;
        this.handler = handler;
        this.activity = activity;
        this.datagrams = datagrams;
        this.connections = connections;
    }

    /// Begins to listen.
    ///
    /// @throws AddressTakenException if it cannot be had
    public static Listener open(InetSocketAddress address, Handler handler, Activity activity) {
        ServerSocket connections = null;
        try {
            connections = new ServerSocket();
            connections.bind(address);
            DatagramSocket datagrams =
                    new DatagramSocket(new InetSocketAddress(address.getAddress(), connections.getLocalPort()));
            InetSocketAddress bound = (InetSocketAddress) connections.getLocalSocketAddress();
            Listener listener = new Listener(bound, handler, activity, datagrams, connections);
            listener.start();
            return listener;
        } catch (IOException e) {
            closeQuietly(connections);
            throw new AddressTakenException(address, e);
        }
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable ServerSocket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("A socket did not close");
        }
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return address;
    }

    private void start() {
        Thread.ofVirtual().name("dns-udp-" + address).start(this::receive);
        Thread.ofVirtual().name("dns-tcp-" + address).start(this::accept);
    }

    private void receive() {
        byte[] buffer = new byte[MESSAGE_BYTES_MAX];
        while (!datagrams.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                datagrams.receive(packet);
                datagramsInService.acquire();
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                if (!datagrams.isClosed()) {
                    LOG.atWarn().setCause(e).log("A datagram could not be received");
                }
                continue;
            }
            byte[] message = Arrays.copyOf(packet.getData(), packet.getLength());
            InetSocketAddress peer = (InetSocketAddress) packet.getSocketAddress();
            Activity.Served served = activity.begin();
            Thread.ofVirtual().start(() -> {
                try (served) {
                    answer(message, peer);
                } finally {
                    datagramsInService.release();
                }
            });
        }
    }

    private void answer(byte[] message, InetSocketAddress peer) {
        Iterator<byte[]> answers = handler.handle(message, false);
        while (answers.hasNext()) {
            byte[] answer = answers.next();
            try {
                datagrams.send(new DatagramPacket(answer, answer.length, peer));
            } catch (IOException e) {
                if (!datagrams.isClosed()) {
                    LOG.atWarn().setCause(e).log("A datagram could not be sent");
                }
            }
        }
    }

    private void accept() {
        while (!connections.isClosed()) {
            try {
                Socket socket = connections.accept();
                if (connectionsInService.tryAcquire()) {
                    open.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket));
                } else {
                    socket.close();
                }
            } catch (IOException e) {
                if (!connections.isClosed()) {
                    LOG.atWarn().setCause(e).log("A connection could not be accepted");
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) IDLE_MAX.toMillis());
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            while (!connections.isClosed()) {
                byte[] message = new byte[in.readUnsignedShort()];
                in.readFully(message);
                try (Activity.Served served = activity.begin()) {
                    write(handler.handle(message, true), out);
                }
            }
        } catch (EOFException | SocketException | SocketTimeoutException e) {
            LOG.atTrace().setCause(e).log("A connection ended");
        } catch (IOException | UncheckedIOException e) {
            LOG.atWarn().setCause(e).log("A connection broke");
        } finally {
            open.remove(socket);
            connectionsInService.release();
        }
    }

    private static void write(Iterator<byte[]> answers, DataOutputStream out) throws IOException {
        while (answers.hasNext()) {
            byte[] answer = answers.next();
            out.writeShort(answer.length);
            out.write(answer);
        }
        out.flush();
    }

    @Override
    public void close() {
        datagrams.close();
        closeQuietly(connections);
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("A connection did not close");
            }
        }
    }
}
