package dev.caravan.launcher.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// A port that a process will listen on.
///
/// @param address loopback
public record Port(String address, int number, Transport transport) {

    /// What is listened for.
    public enum Transport {
        TCP,
        UDP
    }

    public static Port tcp(int number) {
        return new Port("127.0.0.1", number, Transport.TCP);
    }

    public static Port udp(int number) {
        return new Port("127.0.0.1", number, Transport.UDP);
    }

    /// Whether it can be listened on now.
    public boolean free() {
        return switch (transport) {
            case TCP -> freeForTcp();
            case UDP -> freeForUdp();
        };
    }

    private boolean freeForTcp() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private boolean freeForUdp() {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), number))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public String toString() {
        return address + ":" + number + (transport == Transport.UDP ? "/udp" : "");
    }
}
