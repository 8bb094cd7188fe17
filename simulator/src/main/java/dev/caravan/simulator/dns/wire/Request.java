package dev.caravan.simulator.dns.wire;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;

/// A message that asks for something.
///
/// @param stream true if it came over TCP
public record Request(Message message, Signature signature, boolean stream) {

    /// Reads a message; empty if it is none, or one that answers.
    public static Optional<Request> read(byte[] wire, boolean stream, Keys keys) {
        if (wire.length < Header.LENGTH || (wire[2] & 0x80) != 0) {
            return Optional.empty();
        }
        try {
            Message message = new Message(wire);
            return Optional.of(new Request(message, keys.verify(message, wire), stream));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The answer to octets that are no request: FORMERR to what has the head of one, and silence to all else.
    public static Iterator<byte[]> refuse(byte[] wire) {
        if (wire.length < Header.LENGTH || (wire[2] & 0x80) != 0) {
            return List.<byte[]>of().iterator();
        }
        Message answer = new Message(((wire[0] & 255) << 8) | (wire[1] & 255));
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setOpcode((wire[2] >> 3) & 15);
        answer.getHeader().setRcode(Rcode.FORMERR);
        return List.of(answer.toWire()).iterator();
    }

    /// True if it asks for a version of EDNS that nobody knows yet.
    public boolean ofTomorrow() {
        OPTRecord opt = message.getOPT();
        return opt != null && opt.getVersion() > 0;
    }

    /// One answer, sealed.
    public Iterator<byte[]> answer(Message answer) {
        return List.of(Envelope.seal(answer, message, signature, stream)).iterator();
    }
}
