package dev.caravan.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// A program for tests: listens on a port until it is stopped, or fails at once.
public final class Listener {

    private Listener() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("fail")) {
            throw new IllegalStateException("no such world");
        }
        try (var socket = new ServerSocket(Integer.parseInt(arguments[0]), 10, InetAddress.getLoopbackAddress())) {
            while (!socket.isClosed()) {
                socket.accept().close();
            }
        }
    }
}
