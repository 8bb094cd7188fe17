package dev.caravan.simulator.dns.update;

import dev.caravan.simulator.dns.zone.Records;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// The look over all changes of an update before any of them is made (RFC 2136 section 3.4.1).
final class Prescan {

    private Prescan() {}

    static Optional<Verdict.Refused> check(Name origin, List<Record> changes) {
        return changes.stream()
                .flatMap(change -> check(origin, change).stream())
                .findFirst();
    }

    private static Optional<Verdict.Refused> check(Name origin, Record change) {
        if (!change.getName().subdomain(origin)) {
            return refused(Rcode.NOTZONE, "a change lies outside the zone", change);
        }
        boolean empty = Records.data(change).length == 0;
        boolean possible = switch (change.getDClass()) {
            case DClass.IN -> Type.isRR(change.getType()) && !empty;
            case DClass.ANY ->
                change.getTTL() == 0 && empty && (Type.isRR(change.getType()) || change.getType() == Type.ANY);
            case DClass.NONE -> change.getTTL() == 0 && Type.isRR(change.getType());
            default -> false;
        };
        return possible ? Optional.empty() : refused(Rcode.FORMERR, "a change is malformed", change);
    }

    private static Optional<Verdict.Refused> refused(int rcode, String why, Record change) {
        String what = change.getName() + " " + DClass.string(change.getDClass()) + " " + Type.string(change.getType());
        return Optional.of(new Verdict.Refused(rcode, why + ": " + what));
    }
}
