package dev.caravan.simulator.dns.wire;

import java.util.Iterator;

/// Answers what comes in by the wire.
@FunctionalInterface
public interface Handler {

    /// Answers one message.
    ///
    /// @param stream true over TCP, where answers may be long and many
    /// @return the answers in their order, made while they are sent; none to stay silent
    Iterator<byte[]> handle(byte[] message, boolean stream);
}
