package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.dns.wire.Key;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import dev.caravan.simulator.faults.Fault;
import dev.caravan.simulator.faults.Faults;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.ledger.Call;
import dev.caravan.simulator.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/// Name servers of one account, and a client with its key.
public final class Servers implements AutoCloseable {

    static final String START = "2026-11-20T08:00:00Z";
    public static final Name KEY = Names.absolute("caravan-test.");
    public static final byte[] SECRET =
            "a secret of thirty-two octets...".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    public static final Account ACCOUNT = new Account("test", "dns:test", KEY);

    public final TestTime time;
    public final Fleet fleet;
    public final Ledger ledger;
    public final Faults faults;
    private final Journal journal;
    private final Activity activity = new Activity();

    private Servers(Journal journal, TestTime time, Map<String, String> zones) {
        this.journal = journal;
        this.time = time;
        this.ledger = new Ledger(new SimulatedClock(Instant.parse(START), 1, journal), journal);
        this.faults = new Faults(journal);
        List<PrimaryZone> primaries = new ArrayList<>();
        zones.forEach((name, text) -> primaries.add(new PrimaryZone(ZoneFixture.file(name, text), ACCOUNT, ledger)));
        Troubles troubles = new Troubles(faults);
        Following following = new Following(time, time, journal, troubles, Duration.ofSeconds(5));
        Set<Name> names = primaries.stream().map(PrimaryZone::origin).collect(Collectors.toSet());
        Key own = new Key(Names.absolute("transfer.name-servers."), new byte[32], names, false);
        this.fleet = new Fleet(primaries, following, own, ledger, troubles, activity);
        journal.replay(this::recall);
        fleet.open(0, List.of(new Key(KEY, SECRET, names, true)));
    }

    private void recall(Entry entry) {
        if (Fleet.KINDS.contains(entry.kind())) {
            fleet.recall(entry.kind(), entry.data());
        } else if (ledger.kinds().contains(entry.kind())) {
            ledger.recall(entry);
        } else {
            faults.recall(entry);
        }
    }

    public static Servers start(Path data, Map<String, String> zones) {
        return start(data, new TestTime(START), zones);
    }

    /// Servers that take up what earlier ones left in the same directory.
    public static Servers start(Path data, TestTime time, Map<String, String> zones) {
        return new Servers(Journal.open(data), time, zones);
    }

    InetSocketAddress address(String server) {
        return new InetSocketAddress(server, port());
    }

    public int port() {
        return fleet.whereabouts().values().iterator().next().getPort();
    }

    static TSIG key() {
        return new TSIG(TSIG.HMAC_SHA256, KEY, SECRET);
    }

    /// Sends a message to a server.
    Message send(String server, Message message, @Nullable TSIG key, boolean tcp) throws IOException {
        SimpleResolver client = new SimpleResolver(address(server));
        client.setEDNS(-1);
        client.setTSIGKey(key);
        client.setTCP(tcp);
        client.setTimeout(Duration.ofSeconds(2));
        return client.send(message);
    }

    Message ask(String server, String name, int type) {
        try {
            return send(server, question(name, type), null, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Message question(String name, int type) {
        return Message.newQuery(Record.newRecord(ZoneFixture.name(name), type, DClass.IN));
    }

    /// Adds a record with the account's key.
    public Message add(Record record) {
        try {
            return send("127.0.0.1", adding(record), key(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Message adding(Record record) {
        Message message = Message.newUpdate(Names.absolute("fabrikam.example."));
        message.addRecord(record, Section.UPDATE);
        return message;
    }

    List<Record> transfer(String server, @Nullable TSIG key) throws IOException, ZoneTransferException {
        ZoneTransferIn transfer = ZoneTransferIn.newAXFR(Names.absolute("fabrikam.example."), address(server), key);
        transfer.run();
        return transfer.getAXFR();
    }

    /// What a server says of a name, a line per record.
    List<String> answer(String server, String name, int type) {
        return ask(server, name, type).getSection(Section.ANSWER).stream()
                .map(dev.caravan.simulator.dns.zone.Records::line)
                .toList();
    }

    long serial(String server) {
        Record soa = ask(server, "fabrikam.example.", Type.SOA)
                .getSection(Section.ANSWER)
                .getFirst();
        return ((org.xbill.DNS.SOARecord) soa).getSerial();
    }

    /// Waits until nothing is being served, such as word to secondaries.
    void settle() {
        Awaitility.await().until(() -> !activity.busy());
    }

    Fault fault(String kind, @Nullable Integer count, Map<String, ?> details) {
        Fault fault = new Fault(
                kind,
                "fabrikam.example",
                null,
                count,
                details.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> tools.jackson.databind.json.JsonMapper.shared()
                                        .valueToTree(entry.getValue()))));
        faults.add(fault);
        return fault;
    }

    SecondaryZone copy(String server) {
        return fleet.secondary(Names.absolute("fabrikam.example."), server);
    }

    Call lastCall() {
        return ledger.after(0).getLast();
    }

    Optional<String> zoneText() {
        return fleet.find(Names.absolute("fabrikam.example.")).map(PrimaryZone::masterFile);
    }

    @Override
    public void close() {
        settle();
        fleet.close();
        journal.close();
    }
}
