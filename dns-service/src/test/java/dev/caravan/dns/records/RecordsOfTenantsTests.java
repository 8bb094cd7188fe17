package dev.caravan.dns.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.Zone;
import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What tenants want in zones: their ownership records, the records of their services, and the host that keeps mail.
class RecordsOfTenantsTests {

    private static final DomainName A = DomainName.parse("a.example");
    private static final Target TENANT = new Target(new ConnectionId("tenant"), new AccountId("tenant"));
    private static final String OWN = "MS=ms9";

    private final FakeHost host = new FakeHost()
            .hosting(Zone.of(
                    A,
                    1,
                    List.of(
                            set(A, "MX", "0 old.mail.example."),
                            set(A, "TXT", "\"v=spf1 ip4:192.0.2.1 -all\"", "\"other\""),
                            set(A.below("autodiscover"), "A", "192.0.2.2"),
                            set(A.below("selector1._domainkey"), "CNAME", "selector1.old.example."),
                            set(A.below("selector2._domainkey"), "TXT", "\"v=DKIM1; p=k\""),
                            set(A.below("www"), "CNAME", "a.example."))));
    private final FakeSigning signing = new FakeSigning();
    private final OpenCall call = OpenCall.to(Connection.Kind.DNS, Set.of(), Map.of("provider", "fake"));
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Publishing extends OnFakeHost {

        @Override
        public Handling<DnsFact> handling() {
            return of(new DnsCommand.PublishOwnership(List.of(A), TENANT));
        }
    }

    @Nested
    class Holding extends OnFakeHost {

        @Override
        public Handling<DnsFact> handling() {
            return of(hold());
        }
    }

    @Nested
    class Switching extends OnFakeHost {

        @Override
        public Handling<DnsFact> handling() {
            return of(new DnsCommand.SwitchRecords(List.of(A), TENANT));
        }
    }

    @Test
    void an_ownership_record_is_published_beside_others_and_reverted_alone() {
        // When
        handle(new DnsCommand.PublishOwnership(List.of(A), TENANT));
        var published = values(A, "TXT");
        handle(new DnsCommand.RevertRecords(plans.getLast().changes()));
        // Then
        assertThat(published).containsExactly("\"other\"", "\"v=spf1 ip4:192.0.2.1 -all\"", OWN);
        assertThat(values(A, "TXT")).containsExactly("\"other\"", "\"v=spf1 ip4:192.0.2.1 -all\"");
    }

    @Test
    void mail_is_held_and_then_goes_to_the_tenant_with_all_that_its_clients_need() {
        // When
        handle(hold());
        var held = values(A, "MX");
        handle(new DnsCommand.SwitchRecords(List.of(A), TENANT));
        // Then
        assertThat(held).containsExactly("0 hold.example.");
        assertThat(values(A, "MX")).containsExactly("0 new.mail.example.");
        assertThat(values(A, "TXT"))
                .containsExactly("\"other\"", "\"v=spf1 include:spf.protection.outlook.com ip4:192.0.2.1 -all\"");
        assertThat(values(A.below("autodiscover"), "CNAME")).containsExactly("autodiscover.outlook.com.");
        assertThat(values(A.below("autodiscover"), "A")).isEmpty();
        assertThat(values(A.below("www"), "CNAME")).containsExactly("a.example.");
    }

    @Test
    void mail_goes_back_only_when_no_cache_leads_it_on() {
        // Given
        handle(new DnsCommand.SwitchRecords(List.of(A), TENANT));
        host.transfer();
        var revert = new DnsCommand.RevertRecords(plans.getLast().changes());
        // When
        var back = handle(revert, call);
        var unseen = handle(revert, call.after("7"));
        host.transfer();
        var seen = handle(revert, call.after("7"));
        var again = handle(revert, call);
        // Then
        assertThat(values(A, "MX")).containsExactly("0 old.mail.example.");
        assertThat(back).isInstanceOf(Outcome.More.class);
        assertThat(unseen).isInstanceOf(Outcome.NotYet.class);
        assertThat(seen).isEqualTo(new Outcome.More<>("7 2026-11-20T08:05:00Z", 0));
        assertThat(again).as("whoever was killed meanwhile waits, too").isEqualTo(new Outcome.More<>("0", 0));
    }

    @Test
    void keys_of_the_tenant_take_the_place_of_others_and_give_it_back() {
        // Given
        signing.prepared("a.example").signed("b.example");
        // When
        handle(new DnsCommand.SwitchRecords(List.of(A), TENANT));
        var first = values(A.below("selector1._domainkey"), "CNAME");
        var second = values(A.below("selector2._domainkey"), "CNAME");
        handle(new DnsCommand.RevertRecords(plans.getLast().changes()));
        // Then
        assertThat(first).containsExactly("selector1.new.example.");
        assertThat(second).containsExactly("selector2.new.example.");
        assertThat(values(A.below("selector1._domainkey"), "CNAME")).containsExactly("selector1.old.example.");
        assertThat(values(A.below("selector2._domainkey"), "CNAME")).isEmpty();
        assertThat(values(A.below("selector2._domainkey"), "TXT")).containsExactly("\"v=DKIM1; p=k\"");
    }

    @Test
    void where_the_tenant_has_no_keys_those_in_the_zone_stay() {
        // When
        handle(new DnsCommand.SwitchRecords(List.of(A), TENANT));
        // Then
        assertThat(values(A.below("selector1._domainkey"), "CNAME")).containsExactly("selector1.old.example.");
    }

    @Test
    void it_is_proven_when_every_server_serves_it() {
        // Given
        handle(hold());
        var prove = new DnsCommand.ProveRecords(List.of(A));
        // When
        var before = handle(prove);
        host.transfer();
        var after = handle(prove);
        // Then
        assertThat(before).isInstanceOf(Outcome.NotYet.class);
        assertThat(after).isEqualTo(Outcome.done(Optional.of(new DnsFact.RecordsProven(2))));
    }

    private static DnsCommand hold() {
        return new DnsCommand.HoldMail(List.of(A), DomainName.parse("hold.example"));
    }

    private List<String> values(DomainName owner, String type) {
        return host.zone(A)
                .find(new RecordKey(owner, type))
                .map(RecordSet::values)
                .orElse(List.of());
    }

    private Handling<DnsFact> of(DnsCommand command) {
        return host.handlers(new FakeTenant().verifiedDomain("a.example"), signing)
                .of(command);
    }

    private Outcome<Optional<DnsFact>> handle(DnsCommand command) {
        return handle(command, call);
    }

    private Outcome<Optional<DnsFact>> handle(DnsCommand command, OpenCall leave) {
        return new Procedure<DnsFact>(leave, plans::add, _ -> {}).follow(of(command));
    }

    private static RecordSet set(DomainName owner, String type, String... values) {
        return new RecordSet(new RecordKey(owner, type), 300, List.of(values));
    }

    private abstract class OnFakeHost implements CommandContract<DnsFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return host.edits();
        }
    }
}
