package dev.caravan.simulator.dns.wire;

import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/// What is known of who signed a request.
public sealed interface Signature {

    /// Nobody did.
    record None() implements Signature {}

    /// The holder of a key did.
    record Good(Key key, TSIG tsig, TSIGRecord record) implements Signature {}

    /// Somebody did with a key or an algorithm that the server does not know (BADKEY).
    record Unknown(TSIGRecord record) implements Signature {}

    /// The key is known, but the signature does not fit or is too old or too new.
    ///
    /// @param error BADSIG or BADTIME
    record Bad(TSIG tsig, TSIGRecord record, int error) implements Signature {}
}
