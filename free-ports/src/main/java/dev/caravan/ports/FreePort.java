package dev.caravan.ports;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Finds ports for programs that a test starts, below those that the system gives to anybody who asks for any: between
/// being found and being listened on, none is given to a test of another module.
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int END = 20_000;

    private FreePort() {}

    /// A port that nobody listens on, neither by TCP nor by UDP.
    public static int find() {
        return ThreadLocalRandom.current()
                .ints(FIRST, END)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port);
                var _ = new DatagramSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
