package dev.caravan.dns.records;

import dev.caravan.dns.domain.Signing;
import dev.caravan.dns.tenant.TenantSigning;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a tenant signs letters with. It sees the names of keys in DNS only when the test says so.
final class FakeSigning implements TenantSigning {

    private final List<Signing> all = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private boolean seesKeys = true;

    FakeSigning prepared(String id) {
        all.add(signing(id, false));
        return this;
    }

    FakeSigning signed(String id) {
        all.add(signing(id, true));
        return this;
    }

    FakeSigning seeingKeys(boolean sees) {
        seesKeys = sees;
        return this;
    }

    /// A domain has left.
    void letGo(String id) {
        all.removeIf(signing -> signing.id().equals(id));
    }

    List<String> done() {
        return done;
    }

    @Override
    public Outcome<List<Signing>> all(Call call) {
        return Outcome.done(List.copyOf(all));
    }

    @Override
    public Outcome<String> create(String id, Call call) {
        all.add(signing(id, false));
        return said("create", id);
    }

    @Override
    public Outcome<String> enable(String id, Call call) {
        if (!seesKeys) {
            return new Outcome.NotYet<>(Duration.ofMinutes(1), "no keys are seen");
        }
        all.replaceAll(signing -> signing.id().equals(id) ? signing(id, true) : signing);
        return said("enable", id);
    }

    @Override
    public Outcome<String> disable(String id, Call call) {
        all.replaceAll(signing -> signing.id().equals(id) ? signing(id, false) : signing);
        return said("disable", id);
    }

    private Outcome<String> said(String verb, String id) {
        done.add(verb + " " + id);
        return Outcome.done(id);
    }

    private static Signing signing(String id, boolean isEnabled) {
        var keys = Stream.of("selector1", "selector2")
                .map(selector -> new RecordSet(
                        new RecordKey(DomainName.parse(id).below(selector + "._domainkey"), "CNAME"),
                        3600,
                        List.of(selector + ".new.example.")))
                .toList();
        return new Signing(id, isEnabled, isEnabled, keys);
    }
}
