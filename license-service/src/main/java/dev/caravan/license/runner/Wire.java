package dev.caravan.license.runner;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Lines of text there and back, over a socket or a process that is ours.
final class Wire implements AutoCloseable {

    /// A list of 20,000 passes is some 12 MB long.
    private static final int LINE_BYTES_MAX = 128 * 1024 * 1024;

    private static final Duration CONNECTING_MAX = Duration.ofSeconds(10);

    private final OutputStream out;
    private final Closing closing;
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(1);

    private Wire(InputStream in, OutputStream out, Closing closing) {
        this.out = out;
        this.closing = closing;
        Thread.ofVirtual().name("bittitan-runner").start(() -> read(new BufferedInputStream(in)));
    }

    private interface Closing {

        void close() throws IOException;
    }

    /// What was read: a line, or why there are no more.
    private sealed interface Line {

        record Text(String text) implements Line {}

        record End(IOException why) implements Line {}
    }

    static Wire open(RunnerSettings settings) throws IOException {
        var listener = settings.listener();
        return listener.isPresent() ? connect(listener.get()) : start(settings);
    }

    private static Wire connect(InetSocketAddress address) throws IOException {
        var socket = new Socket();
        try {
            var resolved = new InetSocketAddress(address.getHostString(), address.getPort());
            socket.connect(resolved, Math.toIntExact(CONNECTING_MAX.toMillis()));
            socket.setTcpNoDelay(true);
            return new Wire(socket.getInputStream(), socket.getOutputStream(), socket::close);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    /// What it complains of on its standard error is nobody's: it might name a secret.
    private static Wire start(RunnerSettings settings) throws IOException {
        var process = new ProcessBuilder(settings.command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Wire(process.getInputStream(), process.getOutputStream(), process::destroy);
    }

    /// The line that answers this one.
    ///
    /// Throws `IOException` when none comes; then nobody knows whose the next line is, and this has to be closed.
    String ask(String line, Duration timeout) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        try {
            return switch (lines.poll(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                case null -> throw new IOException("no answer for " + timeout.toSeconds() + " s");
                case Line.Text(var text) -> text;
                case Line.End(var why) -> throw why;
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        try {
            closing.close();
        } catch (IOException _) {
            // It is closed as well as it can be.
        }
    }

    private void read(InputStream in) {
        try {
            try {
                while (true) {
                    lines.put(new Line.Text(line(in)));
                }
            } catch (IOException end) {
                lines.put(new Line.End(end));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the runner has ended");
            }
            if (bytes.size() == LINE_BYTES_MAX) {
                throw new IOException("a line of more than " + LINE_BYTES_MAX + " bytes");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
