package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.clock.Activity;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Listens for JSON lines, a request each, and answers every one with a line before it reads the next.
final class Runner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int CONNECTIONS_MAX = 64;
    private static final int LINE_MAX = 1 << 20;

    private final int port;
    private final Supplier<Session> sessions;
    private final Activity activity;
    private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket listening;
    private volatile boolean running;

    Runner(int port, Supplier<Session> sessions, Activity activity) {
        this.port = port;
        this.sessions = sessions;
        this.activity = activity;
    }

    @Override
    public void start() {
        if (port > 0) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try {
                ServerSocket socket = new ServerSocket();
                socket.bind(address);
                listening = socket;
                Thread.ofVirtual().name("bittitan-" + port).start(() -> accept(socket));
            } catch (IOException e) {
                throw new IllegalStateException(
                        "cannot listen on " + address.getAddress().getHostAddress() + ":" + port + " for BitTitan: "
                                + e.getMessage(),
                        e);
            }
        }
        running = true;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                if (free.tryAcquire()) {
                    open.add(caller);
                    Thread.ofVirtual().start(() -> serve(caller));
                } else {
                    caller.close();
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.atWarn().setCause(e).log("A connection could not be accepted");
                }
            }
        }
    }

    private void serve(Socket caller) {
        Session session = sessions.get();
        try (caller) {
            caller.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            Writer out = new BufferedWriter(new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8));
            for (String line = line(in); line != null; line = line(in)) {
                try (Activity.Served _ = activity.begin()) {
                    out.write(session.answer(line) + "\n");
                    out.flush();
                }
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("A connection ended");
        } finally {
            open.remove(caller);
            free.release();
        }
    }

    /// A line without its end; null at the end of all lines, or where one is longer than any request.
    private static @Nullable String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString();
            }
            if (line.length() == LINE_MAX) {
                return null;
            }
            line.append((char) next);
        }
        return null;
    }

    @Override
    public void stop() {
        running = false;
        close(listening);
        open.forEach(Runner::close);
    }

    private static void close(java.io.@Nullable Closeable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("A socket did not close");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Once everything else is there.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1024;
    }
}
