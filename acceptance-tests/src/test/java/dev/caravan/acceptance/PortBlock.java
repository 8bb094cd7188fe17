package dev.caravan.acceptance;

import dev.caravan.launcher.process.Port;
import dev.caravan.launcher.process.Port.Transport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A row of free ports that this test has to itself until it closes it.
///
/// They lie below those that the system gives to outgoing connections, so that none is taken while a killed process is
/// started again; and a locked file keeps other tests of this machine off.
final class PortBlock implements AutoCloseable {

    private static final int SIZE = 20;
    private static final int FIRST = 20_000;
    private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int EPHEMERAL_USUALLY = 32_768;
    private static final int ADDRESSES = 6;

    private final int base;
    private final FileLock lock;

    private PortBlock(int base, FileLock lock) {
        this.base = base;
        this.lock = lock;
    }

    static PortBlock reserve() throws IOException {
        Path locks = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "caravan-ports"));
        int end = ephemeral();
        for (int base = FIRST; base + SIZE <= end; base += SIZE) {
            Optional<FileLock> lock = locked(locks.resolve(base + ".lock"));
            if (lock.isPresent() && isFree(base)) {
                return new PortBlock(base, lock.get());
            }
            if (lock.isPresent()) {
                lock.get().acquiredBy().close();
            }
        }
        throw new IllegalStateException("no " + SIZE + " ports in a row are free between " + FIRST + " and " + end);
    }

    int base() {
        return base;
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }

    private static int ephemeral() throws IOException {
        return Files.exists(EPHEMERAL)
                ? Integer.parseInt(Files.readAllLines(EPHEMERAL).getFirst().split("\\s+")[0])
                : EPHEMERAL_USUALLY;
    }

    private static Optional<FileLock> locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = Optional.ofNullable(channel.tryLock());
            return lock;
        } catch (OverlappingFileLockException anotherTestOfThisJvm) {
            return lock;
        } finally {
            if (lock.isEmpty()) {
                channel.close();
            }
        }
    }

    private static boolean isFree(int base) {
        return IntStream.range(base, base + SIZE).allMatch(PortBlock::isFreeEverywhere);
    }

    /// On the first loopback addresses: simulated name servers have one each.
    private static boolean isFreeEverywhere(int port) {
        return IntStream.rangeClosed(1, ADDRESSES)
                .mapToObj(number -> "127.0.0." + number)
                .flatMap(address ->
                        Stream.of(new Port(address, port, Transport.TCP), new Port(address, port, Transport.UDP)))
                .allMatch(Port::free);
    }
}
