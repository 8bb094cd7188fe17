package dev.caravan.simulator.dns.wire;

import java.nio.ByteBuffer;
import java.util.Iterator;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/// What an answer owes its request: EDNS for EDNS (RFC 6891; BADVERS for one of tomorrow), a signature for a signature,
/// and no more octets than the
/// asker can take.
public final class Envelope {

    private static final int STREAM_BYTES_MAX = 65_535;
    private static final int DATAGRAM_BYTES = 512;
    private static final int EDNS_BYTES = 1232;
    private static final int ADDITIONAL_COUNT = 10;

    private Envelope() {}

    /// Makes the octets of an answer; truncates it where it would be too long.
    ///
    /// @param stream true over TCP
    public static byte[] seal(Message answer, Message request, Signature signature, boolean stream) {
        OPTRecord asked = request.getOPT();
        if (asked != null) {
            int extended = asked.getVersion() > 0 ? Rcode.BADVERS >> 4 : 0;
            answer.addRecord(new OPTRecord(EDNS_BYTES, extended, 0, asked.getFlags()), Section.ADDITIONAL);
        }
        int room = stream ? STREAM_BYTES_MAX : room(request);
        switch (signature) {
            case Signature.None _, Signature.Unknown _ -> {}
            case Signature.Good good -> answer.setTSIG(good.tsig(), Rcode.NOERROR, good.record());
            case Signature.Bad bad -> answer.setTSIG(bad.tsig(), bad.error(), bad.record());
        }
        byte[] octets = answer.toWire(room);
        return signature instanceof Signature.Unknown unknown ? unsigned(octets, unknown.record()) : octets;
    }

    /// With a TSIG record at the end that is no signature but says why there is none.
    private static byte[] unsigned(byte[] answer, TSIGRecord request) {
        TSIGRecord record = new TSIGRecord(
                request.getName(),
                DClass.ANY,
                0,
                request.getAlgorithm(),
                request.getTimeSigned(),
                request.getFudge(),
                new byte[0],
                request.getOriginalID(),
                Rcode.BADKEY,
                new byte[0]);
        byte[] end = record.toWire(Section.ADDITIONAL);
        ByteBuffer octets = ByteBuffer.allocate(answer.length + end.length);
        octets.put(answer).put(end);
        octets.putShort(ADDITIONAL_COUNT, (short) (octets.getShort(ADDITIONAL_COUNT) + 1));
        return octets.array();
    }

    /// How many octets of an answer the asker takes by datagram.
    public static int room(Message request) {
        OPTRecord asked = request.getOPT();
        return asked == null ? DATAGRAM_BYTES : Math.clamp(asked.getPayloadSize(), DATAGRAM_BYTES, EDNS_BYTES);
    }

    /// Makes the octets of an answer of many messages, each signed together with the one before.
    public static Iterator<byte[]> sealAll(Iterator<Message> answers, Signature.Good signature) {
        TSIG.StreamGenerator signer = new TSIG.StreamGenerator(signature.tsig(), signature.record());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return answers.hasNext();
            }

            @Override
            public byte[] next() {
                Message answer = answers.next();
                signer.generate(answer);
                return answer.toWire(STREAM_BYTES_MAX);
            }
        };
    }
}
