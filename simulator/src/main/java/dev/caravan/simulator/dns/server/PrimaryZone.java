package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.answer.ServedZone;
import dev.caravan.simulator.dns.master.MasterFile;
import dev.caravan.simulator.dns.update.Verdict;
import dev.caravan.simulator.dns.zone.History;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneChange;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.xbill.DNS.Name;
import tools.jackson.databind.JsonNode;

/// A zone where it is changed. A change is kept, together with the call that made it, before anybody sees it.
public final class PrimaryZone implements ServedZone {

    static final String KIND = "dns.zone";

    private final MasterFile file;
    private final Account account;
    private final Ledger ledger;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Version version;

    /// A zone as its file has it.
    public PrimaryZone(MasterFile file, Account account, Ledger ledger) {
        this.file = file;
        this.account = account;
        this.ledger = ledger;
        this.version = new Version(file.zone(), History.none());
    }

    @Override
    public Name origin() {
        return zone().origin();
    }

    /// Whose it is.
    public Account account() {
        return account;
    }

    /// The present version.
    public Zone zone() {
        return version.zone();
    }

    @Override
    public Optional<Version> version() {
        return Optional.of(version);
    }

    /// The zone as the master file that it would be now.
    public String masterFile() {
        return file.textOf(zone());
    }

    /// True if it is not as its file has it.
    boolean changed() {
        return !zone().serial().equals(file.zone().serial());
    }

    /// Changes the zone, one change at a time.
    ///
    /// @param judge decides on the present version
    /// @param told makes the call for the ledger out of the decision
    Verdict change(Function<Zone, Verdict> judge, Function<Verdict, NewCall> told) {
        changing.lock();
        try {
            Version now = version;
            Verdict verdict = judge.apply(now.zone());
            Optional<ZoneChange> change =
                    verdict instanceof Verdict.Accepted(Optional<ZoneChange> made) ? made : Optional.empty();
            Optional<Version> next = change.map(made -> next(now, made));
            Entry[] state = change.map(made -> new Entry(KIND, ChangeCodec.write(origin(), made))).stream()
                    .toArray(Entry[]::new);
            ledger.record(told.apply(verdict), state);
            next.ifPresent(made -> version = made);
            return verdict;
        } finally {
            changing.unlock();
        }
    }

    /// Makes a change again that an earlier process made.
    void recall(JsonNode data) {
        version = next(version, ChangeCodec.read(zone(), data));
    }

    private static Version next(Version now, ZoneChange change) {
        return new Version(now.zone().after(change), now.history().with(change));
    }
}
