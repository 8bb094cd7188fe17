package dev.caravan.simulator.dns.wire;

import java.io.IOException;
import java.net.InetSocketAddress;

/// An address and port that cannot be listened on, mostly because another program does.
public final class AddressTakenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    AddressTakenException(InetSocketAddress address, IOException cause) {
        super(
                "cannot listen on " + address.getAddress().getHostAddress() + ":" + address.getPort()
                        + " for DNS (UDP and TCP): " + cause.getMessage(),
                cause);
    }
}
