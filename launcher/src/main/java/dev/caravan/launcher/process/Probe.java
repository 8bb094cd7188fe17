package dev.caravan.launcher.process;

import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// A look from outside that tells whether a process does its work.
@FunctionalInterface
public interface Probe {

    boolean ready() throws IOException;

    /// Ready when the address answers 200.
    static Probe http(String base, String path) {
        var web = new Web(base);
        return () -> web.get(path).ok();
    }

    /// Ready when something listens.
    static Probe listening(int port) {
        return () -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        };
    }
}
