package dev.caravan.simulator.dns.resolve;

import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Records;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Finds answers by asking authorities, one of a zone's servers at random after the other until one answers, and
/// remembers them for their time to live. What it has forgotten after a restart it asks again.
public final class CachingResolver {

    private static final int ALIASES_MAX = 16;
    private static final int ENTRIES_MAX = 100_000;
    private static final long OUTSIDE_NOTHING_SECONDS = 300;

    private final Authorities authorities;
    private final Outside outside;
    private final Cache cache;
    private final Random random;
    private final SOARecord rootSoa;

    /// @param clock the simulated one
    /// @param seed decides which servers are asked
    public CachingResolver(Authorities authorities, Outside outside, InstantSource clock, long seed) {
        this.authorities = authorities;
        this.outside = outside;
        this.cache = new Cache(clock, ENTRIES_MAX);
        this.random = new Random(seed);
        this.rootSoa = new SOARecord(
                Name.root,
                DClass.IN,
                OUTSIDE_NOTHING_SECONDS,
                Names.absolute("a.root.example."),
                Names.absolute("nobody.root.example."),
                1,
                1800,
                900,
                604_800,
                OUTSIDE_NOTHING_SECONDS);
    }

    /// Looks a name up.
    public Resolution resolve(Name name, int type) {
        return follow(name, type, true);
    }

    /// Says what it remembers, without asking anybody.
    public Resolution recall(Name name, int type) {
        return follow(name, type, false);
    }

    private Resolution follow(Name name, int type, boolean asking) {
        List<RecordSet> sets = new ArrayList<>();
        Name current = name;
        for (int step = 0; step < ALIASES_MAX; step++) {
            Optional<Known> remembered = remembered(current, type);
            Optional<Known> known = remembered.isEmpty() && asking ? learn(current, type) : remembered;
            if (known.isEmpty()) {
                return new Resolution(asking ? Rcode.SERVFAIL : Rcode.NOERROR, sets, Optional.empty());
            }
            if (known.get() instanceof Known.Nothing nothing) {
                int rcode = nothing.name() ? Rcode.NOERROR : Rcode.NXDOMAIN;
                SOARecord soa = (SOARecord) Records.withTtl(nothing.soa(), nothing.ttl());
                return new Resolution(rcode, sets, Optional.of(soa));
            }
            RecordSet set = ((Known.Found) known.get()).set();
            sets.add(set);
            if (set.type() != Type.CNAME || type == Type.CNAME) {
                return new Resolution(Rcode.NOERROR, sets, Optional.empty());
            }
            current = ((CNAMERecord) set.records().getFirst()).getTarget();
        }
        return new Resolution(Rcode.SERVFAIL, List.of(), Optional.empty());
    }

    private Optional<Known> remembered(Name name, int type) {
        return cache.find(name, type).or(() -> cache.find(name, Type.CNAME).filter(Known.Found.class::isInstance));
    }

    private Optional<Known> learn(Name name, int type) {
        Optional<Authorities.Delegation> delegation = authorities.of(name);
        if (delegation.isEmpty()) {
            return Optional.of(kept(name, type, beyond(name, type)));
        }
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        return ask(delegation.get(), query)
                .map(answer -> learned(delegation.get().zone(), name, type, answer));
    }

    private Optional<Message> ask(Authorities.Delegation delegation, Message query) {
        List<Function<Message, Optional<Message>>> servers = new ArrayList<>(delegation.servers());
        synchronized (random) {
            Collections.shuffle(servers, random);
        }
        return servers.stream()
                .flatMap(server -> server.apply(query).stream())
                .filter(CachingResolver::isUsable)
                .findFirst();
    }

    private static boolean isUsable(Message answer) {
        return answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN;
    }

    private Known learned(Name zone, Name name, int type, Message answer) {
        Map<List<Object>, List<Record>> sets = new LinkedHashMap<>();
        for (Record record : answer.getSection(Section.ANSWER)) {
            if (record.getName().subdomain(zone)) {
                sets.computeIfAbsent(List.of(record.getName(), record.getType()), _ -> new ArrayList<>())
                        .add(record);
            }
        }
        sets.values().forEach(records -> {
            Record first = records.getFirst();
            RecordSet set = new RecordSet(first.getName(), first.getType(), first.getTTL(), records);
            cache.keep(first.getName(), first.getType(), new Known.Found(set));
        });
        List<Record> found = sets.getOrDefault(List.of(name, type), sets.get(List.of(name, Type.CNAME)));
        if (found != null) {
            return new Known.Found(new RecordSet(
                    name, found.getFirst().getType(), found.getFirst().getTTL(), found));
        }
        return kept(name, type, absent(answer).orElseGet(() -> beyond(name, type)));
    }

    /// What a negative answer says; nothing if it refers to servers that nobody here knows.
    private static Optional<Known> absent(Message answer) {
        return answer.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst()
                .map(soa -> new Known.Nothing(
                        answer.getRcode() == Rcode.NOERROR, soa, Math.min(soa.getTTL(), soa.getMinimum())));
    }

    private Known beyond(Name name, int type) {
        Optional<List<RecordSet>> sets = outside.find(name);
        return sets.stream()
                .flatMap(List::stream)
                .filter(set -> set.type() == type || set.type() == Type.CNAME)
                .findFirst()
                .<Known>map(Known.Found::new)
                .orElseGet(() -> new Known.Nothing(sets.isPresent(), rootSoa, OUTSIDE_NOTHING_SECONDS));
    }

    private Known kept(Name name, int type, Known known) {
        cache.keep(name, type, known);
        return known;
    }
}
