package dev.caravan.simulator.dns.wire;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/// The keys that a server knows.
public final class Keys {

    private final Map<Name, Key> keys;

    /// Keys of different names.
    public Keys(Collection<Key> keys) {
        this.keys = keys.stream().collect(Collectors.toUnmodifiableMap(Key::name, Function.identity()));
    }

    /// Checks the signature of a request, by the machine's own clock, which is what clients sign with.
    public Signature verify(Message request, byte[] wire) {
        TSIGRecord record = request.getTSIG();
        if (record == null) {
            return new Signature.None();
        }
        Optional<Key> key = Optional.ofNullable(keys.get(record.getName()));
        Optional<TSIG> tsig = key.flatMap(known -> known.under(record.getAlgorithm()));
        if (key.isEmpty() || tsig.isEmpty()) {
            return new Signature.Unknown(record);
        }
        int error = tsig.get().verify(request, wire, null);
        return error == Rcode.NOERROR
                ? new Signature.Good(key.get(), tsig.get(), record)
                : new Signature.Bad(tsig.get(), record, error);
    }
}
