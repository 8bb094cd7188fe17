package dev.caravan.simulator.dns.answer;

import dev.caravan.simulator.dns.zone.Lookup;
import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// An authoritative answer in the making. Sections hold no more than they must: nothing beside a positive answer, the
/// SOA beside a negative one.
public final class Answers {

    private static final int ALIASES_MAX = 16;

    private final Catalogue catalogue;
    private final boolean minimalAny;
    private final Message response;
    private final Record question;

    private Answers(Catalogue catalogue, Message query, Record question, boolean minimalAny) {
        this.catalogue = catalogue;
        this.minimalAny = minimalAny;
        this.response = blank(query);
        this.question = question;
    }

    /// Answers a query.
    ///
    /// @param minimalAny true to answer ANY with one record set (RFC 8482), as servers do over UDP
    public static Message to(Message query, Catalogue catalogue, boolean minimalAny) {
        Record question = query.getQuestion();
        if (question == null || query.getHeader().getCount(Section.QUESTION) != 1) {
            return failure(query, Rcode.FORMERR);
        }
        if (question.getDClass() != DClass.IN && question.getDClass() != DClass.ANY) {
            return failure(query, Rcode.REFUSED);
        }
        Answers answers = new Answers(catalogue, query, question, minimalAny);
        answers.answer();
        return answers.response;
    }

    /// An answer that says nothing but that there is none.
    public static Message failure(Message query, int rcode) {
        Message response = blank(query);
        response.getHeader().setRcode(rcode);
        return response;
    }

    /// An answer with nothing in it yet but what it repeats of the query.
    public static Message blank(Message query) {
        Header asked = query.getHeader();
        Message response = new Message(asked.getID());
        response.getHeader().setFlag(Flags.QR);
        response.getHeader().setOpcode(asked.getOpcode());
        if (asked.getFlag(Flags.RD)) {
            response.getHeader().setFlag(Flags.RD);
        }
        query.getSection(Section.QUESTION).forEach(record -> response.addRecord(record, Section.QUESTION));
        return response;
    }

    private void answer() {
        Name name = question.getName();
        Set<Name> seen = new HashSet<>();
        for (int step = 0; step < ALIASES_MAX && seen.add(name); step++) {
            Optional<ServedZone> served = zoneFor(name);
            if (served.isEmpty()) {
                refuse(step == 0, Rcode.REFUSED);
                return;
            }
            Optional<Zone> zone = served.get().version().map(ServedZone.Version::zone);
            if (zone.isEmpty()) {
                refuse(step == 0, Rcode.SERVFAIL);
                return;
            }
            Optional<Name> further = look(zone.get(), name, step == 0);
            if (further.isEmpty()) {
                return;
            }
            name = further.get();
        }
    }

    private Optional<ServedZone> zoneFor(Name name) {
        Optional<ServedZone> closest = catalogue.closest(name);
        boolean aboveKnows = question.getType() == Type.DS
                && closest.filter(zone -> zone.origin().equals(name)).isPresent();
        return aboveKnows && name.labels() > 1
                ? catalogue.closest(new Name(name, 1)).or(() -> closest)
                : closest;
    }

    private void refuse(boolean first, int rcode) {
        if (first) {
            response.getHeader().setRcode(rcode);
        }
    }

    /// Answers as far as one name goes.
    ///
    /// @return the name to go on with
    private Optional<Name> look(Zone zone, Name name, boolean first) {
        Lookup lookup = Lookup.in(zone, name, question.getType());
        if (first && !(lookup instanceof Lookup.Delegated)) {
            response.getHeader().setFlag(Flags.AA);
        }
        switch (lookup) {
            case Lookup.Found found -> found(found.sets());
            case Lookup.Alias alias -> {
                add(alias.cname(), Section.ANSWER);
                return Optional.of(((CNAMERecord) alias.cname().records().getFirst()).getTarget());
            }
            case Lookup.Moved moved -> {
                return move(name, moved.dname());
            }
            case Lookup.Delegated delegated -> {
                if (first) {
                    refer(zone, delegated.servers());
                }
            }
            case Lookup.NoData() -> deny(zone, Rcode.NOERROR);
            case Lookup.NoName() -> deny(zone, Rcode.NXDOMAIN);
        }
        return Optional.empty();
    }

    private void found(List<RecordSet> sets) {
        List<RecordSet> given = question.getType() == Type.ANY && minimalAny ? sets.subList(0, 1) : sets;
        given.forEach(set -> add(set, Section.ANSWER));
    }

    private Optional<Name> move(Name name, RecordSet moved) {
        add(moved, Section.ANSWER);
        try {
            Name target = name.fromDNAME((DNAMERecord) moved.records().getFirst());
            response.addRecord(new CNAMERecord(name, DClass.IN, moved.ttl(), target), Section.ANSWER);
            return Optional.of(target);
        } catch (NameTooLongException e) {
            response.getHeader().setRcode(Rcode.YXDOMAIN);
            return Optional.empty();
        }
    }

    private void refer(Zone zone, RecordSet servers) {
        add(servers, Section.AUTHORITY);
        for (Record server : servers.records()) {
            Name host = ((NSRecord) server).getTarget();
            zone.find(host, Type.A).ifPresent(set -> add(set, Section.ADDITIONAL));
            zone.find(host, Type.AAAA).ifPresent(set -> add(set, Section.ADDITIONAL));
        }
    }

    private void deny(Zone zone, int rcode) {
        response.getHeader().setRcode(rcode);
        SOARecord soa = zone.soa();
        long ttl = Math.min(soa.getTTL(), soa.getMinimum());
        add(new RecordSet(soa.getName(), Type.SOA, ttl, List.of(soa)), Section.AUTHORITY);
    }

    private void add(RecordSet set, int section) {
        set.records().forEach(record -> response.addRecord(record, section));
    }
}
