package dev.caravan.dns.records;

import dev.caravan.dns.domain.AcceptedDomain;
import dev.caravan.dns.tenant.TenantMail;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How a tenant takes mail for the domains that Exchange knows.
final class FakeMail implements TenantMail {

    private final Map<String, String> types = new TreeMap<>();
    private final List<String> done = new ArrayList<>();

    FakeMail taking(String id) {
        return taking(id, AcceptedDomain.AUTHORITATIVE);
    }

    FakeMail taking(String id, String type) {
        types.put(id, type);
        return this;
    }

    /// A domain has left.
    void letGo(String id) {
        types.remove(id);
    }

    List<String> done() {
        return done;
    }

    @Override
    public Outcome<List<AcceptedDomain>> all(Call call) {
        return Outcome.done(types.entrySet().stream()
                .map(domain -> new AcceptedDomain(domain.getKey(), domain.getValue()))
                .toList());
    }

    @Override
    public Outcome<String> set(String id, String type, Call call) {
        if (!types.containsKey(id)) {
            return new Outcome.NotYet<>(Duration.ofSeconds(20), id + " is not known yet");
        }
        types.put(id, type);
        done.add(type + " " + id);
        return Outcome.done(id);
    }
}
