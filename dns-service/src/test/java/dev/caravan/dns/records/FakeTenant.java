package dev.caravan.dns.records;

import dev.caravan.dns.domain.DomainHolder;
import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A tenant with an initial domain and those that it was given. It lets go of domains when the test says so, and sees
/// its
/// ownership records only then.
final class FakeTenant implements TenantDomains {

    static final String INITIAL = "t.onmicrosoft.com";

    private final List<TenantDomain> domains = new ArrayList<>(List.of(domain(INITIAL, true)));
    private final List<String> done = new ArrayList<>();
    private final Map<String, DomainHolder> holders = new HashMap<>();
    private boolean seesRecords;
    private String lost = "";

    /// Another domain, which is the default one.
    FakeTenant defaultDomain(String id) {
        domains.add(new TenantDomain(id, true, false, true, false, List.of("Email")));
        return this;
    }

    FakeTenant verifiedDomain(String id) {
        domains.add(domain(id, true));
        return this;
    }

    FakeTenant addedDomain(String id) {
        domains.add(domain(id, false));
        return this;
    }

    FakeTenant heldBy(String id, String tenantId) {
        holders.put(id, new DomainHolder(tenantId, "Whoever"));
        return this;
    }

    FakeTenant seeingRecords() {
        seesRecords = true;
        return this;
    }

    /// What it answers when it verifies that one does not arrive.
    FakeTenant losing(String id) {
        lost = id;
        return this;
    }

    /// It lets go of everything that it has agreed to let go of.
    void letGo() {
        domains.removeIf(TenantDomain::isBeingRemoved);
    }

    /// What was really done, in its order.
    List<String> done() {
        return done;
    }

    List<TenantDomain> domains() {
        return List.copyOf(domains);
    }

    @Override
    public Outcome<List<TenantDomain>> all(Call call) {
        return Outcome.done(List.copyOf(domains));
    }

    @Override
    public Outcome<Optional<DomainHolder>> holder(String id, Call call) {
        return Outcome.done(Optional.ofNullable(holders.get(id)));
    }

    @Override
    public Outcome<String> makeDefault(String id, Call call) {
        domains.replaceAll(domain -> new TenantDomain(
                domain.id(),
                domain.id().equals(id),
                domain.isInitial(),
                domain.isVerified(),
                false,
                domain.services()));
        return said("default", id);
    }

    @Override
    public Outcome<String> add(String id, Call call) {
        domains.add(domain(id, false));
        return said("add", id);
    }

    @Override
    public Outcome<String> verify(String id, Call call) {
        if (!seesRecords) {
            return new Outcome.NotYet<>(Duration.ofMinutes(1), "no record is seen");
        }
        change(id, domain -> new TenantDomain(id, false, false, true, false, domain.services()));
        return id.equals(lost) ? Outcome.failedForNow("unknown", "no answer") : said("verify", id);
    }

    @Override
    public Outcome<String> select(String id, List<String> services, Call call) {
        change(id, domain -> new TenantDomain(id, false, false, domain.isVerified(), false, services));
        return said("select", id);
    }

    @Override
    public Outcome<String> remove(String id, Call call) {
        if (domains.stream().anyMatch(domain -> domain.id().endsWith("." + id))) {
            return Outcome.failedForGood("bad-request", "You cannot remove a domain that has subdomains.");
        }
        change(id, domain -> new TenantDomain(id, false, false, true, true, domain.services()));
        return said("remove", id);
    }

    @Override
    public Outcome<String> ownershipText(String id, Call call) {
        return Outcome.done("MS=ms" + id.length());
    }

    @Override
    public Outcome<List<RecordSet>> serviceRecords(String id, Call call) {
        var domain = DomainName.parse(id);
        return Outcome.done(List.of(
                new RecordSet(new RecordKey(domain, "MX"), 3600, List.of("0 new.mail.example.")),
                new RecordSet(
                        new RecordKey(domain, "TXT"),
                        3600,
                        List.of("\"v=spf1 include:spf.protection.outlook.com -all\"")),
                new RecordSet(
                        new RecordKey(domain.below("autodiscover"), "CNAME"),
                        3600,
                        List.of("autodiscover.outlook.com."))));
    }

    private void change(String id, UnaryOperator<TenantDomain> to) {
        domains.replaceAll(domain -> domain.id().equals(id) ? to.apply(domain) : domain);
    }

    private Outcome<String> said(String verb, String id) {
        done.add(verb + " " + id);
        return Outcome.done(id);
    }

    private static TenantDomain domain(String id, boolean isVerified) {
        return new TenantDomain(
                id, false, id.equals(INITIAL), isVerified, false, isVerified ? List.of("Email") : List.of());
    }
}
