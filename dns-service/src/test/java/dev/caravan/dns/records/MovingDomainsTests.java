package dev.caravan.dns.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Domains that come to tenants and leave them.
class MovingDomainsTests {

    private static final List<DomainName> A = List.of(DomainName.parse("a.example"));
    private static final List<String> SERVICES = List.of("Email");

    private final FakeTenant tenant = new FakeTenant();
    private final FakeSigning signing = new FakeSigning();
    private final FakeMail mail = new FakeMail();
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Adding extends OnFakeTenant {

        @Override
        public Handling<DnsFact> handling() {
            return of(new DnsCommand.AddDomains(A));
        }
    }

    @Nested
    class Verifying extends OnFakeTenant {

        Verifying() {
            tenant.addedDomain("a.example").seeingRecords();
        }

        @Override
        public Handling<DnsFact> handling() {
            return of(new DnsCommand.VerifyDomains(A, SERVICES, false));
        }
    }

    @Nested
    class Returning extends OnFakeTenant {

        private final DnsCommand back;

        Returning() {
            tenant.verifiedDomain("a.example").seeingRecords();
            removeApproved();
            tenant.letGo();
            back = new DnsCommand.ReturnDomains(planned());
            tenant.done().clear();
        }

        @Override
        public Handling<DnsFact> handling() {
            return of(back);
        }
    }

    @Test
    void a_domain_leaves_only_when_people_approved_exactly_that() {
        // Given
        tenant.verifiedDomain("a.example");
        // When
        var unapproved = handle(new DnsCommand.RemoveDomains(A), call);
        // Then
        assertThat(unapproved).isInstanceOf(Outcome.Refused.class);
        assertThat(tenant.done()).isEmpty();
    }

    @Test
    void it_has_left_only_when_the_tenant_has_let_go_and_is_not_removed_twice() {
        // Given
        tenant.verifiedDomain("a.example").verifiedDomain("sales.a.example");
        // When
        var first = removeApproved();
        var second = removeApproved();
        tenant.letGo();
        var third = removeApproved();
        tenant.letGo();
        var fourth = removeApproved();
        // Then
        assertThat(first).isInstanceOf(Outcome.NotYet.class);
        assertThat(second).isInstanceOf(Outcome.NotYet.class);
        assertThat(third).isInstanceOf(Outcome.NotYet.class);
        assertThat(fourth).isInstanceOf(Outcome.Done.class);
        assertThat(tenant.done())
                .as("when the child has left, and not before")
                .containsExactly("remove sales.a.example", "remove a.example");
    }

    @Test
    void a_domain_that_another_tenant_holds_is_verified_later() {
        // Given
        tenant.addedDomain("a.example");
        var verify = new DnsCommand.VerifyDomains(A, SERVICES, false);
        // When
        var before = handle(verify, call);
        tenant.seeingRecords();
        var after = handle(verify, call);
        // Then
        assertThat(before).isInstanceOf(Outcome.NotYet.class);
        assertThat(after).isEqualTo(Outcome.done(Optional.of(new DnsFact.DomainsChanged(1, 0))));
        assertThat(tenant.done()).containsExactly("verify a.example", "select a.example");
    }

    @Test
    void what_was_added_and_verified_is_released_and_nothing_else() {
        // Given
        tenant.verifiedDomain("stays.example").seeingRecords();
        handle(new DnsCommand.AddDomains(A), call);
        handle(new DnsCommand.VerifyDomains(A, SERVICES, false), call);
        var release = new DnsCommand.ReleaseDomains(planned());
        // When
        var first = handle(release, call);
        tenant.letGo();
        var second = handle(release, call);
        // Then
        assertThat(first).isInstanceOf(Outcome.NotYet.class);
        assertThat(second).isInstanceOf(Outcome.Done.class);
        assertThat(tenant.domains()).extracting(TenantDomain::id).containsExactly(FakeTenant.INITIAL, "stays.example");
    }

    @Test
    void a_domain_that_the_tenant_owned_before_stays_and_has_its_services_back() {
        // Given
        tenant.verifiedDomain("a.example");
        handle(new DnsCommand.VerifyDomains(A, List.of("Email", "Yammer"), false), call);
        // When
        var released = handle(new DnsCommand.ReleaseDomains(planned()), call);
        // Then
        assertThat(released).isInstanceOf(Outcome.Done.class);
        assertThat(tenant.done()).containsExactly("select a.example", "select a.example");
        assertThat(tenant.domains()).last().satisfies(domain -> {
            assertThat(domain.id()).isEqualTo("a.example");
            assertThat(domain.services()).isEqualTo(SERVICES);
        });
    }

    @Test
    void a_domain_below_that_others_added_since_is_never_removed_by_a_release() {
        // Given
        tenant.seeingRecords();
        handle(new DnsCommand.AddDomains(A), call);
        var release = new DnsCommand.ReleaseDomains(planned());
        tenant.addedDomain("sales.a.example");
        // When
        var outcome = handle(release, call);
        // Then
        assertThat(tenant.done()).containsExactly("add a.example");
        assertThat(outcome).asString().contains("You cannot remove a domain that has subdomains");
    }

    @Test
    void what_was_removed_comes_back_verified_and_in_use_as_before() {
        // Given
        tenant.verifiedDomain("a.example").verifiedDomain("sales.a.example").seeingRecords();
        var before = tenant.domains();
        removeApproved();
        var back = new DnsCommand.ReturnDomains(planned());
        // When
        var early = handle(back, call);
        tenant.letGo();
        var late = handle(back, call);
        // Then
        assertThat(early).isInstanceOf(Outcome.NotYet.class);
        assertThat(late).isInstanceOf(Outcome.Done.class);
        assertThat(tenant.domains()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void its_letters_are_signed_again_as_soon_as_the_tenant_sees_its_keys() {
        // Given
        tenant.verifiedDomain("a.example").verifiedDomain("b.a.example").seeingRecords();
        signing.signed("a.example").prepared("b.a.example").signed("stays.example");
        removeApproved();
        var back = new DnsCommand.ReturnDomains(planned());
        tenant.letGo();
        removeApproved();
        tenant.letGo();
        signing.letGo("a.example");
        signing.letGo("b.a.example");
        signing.seeingKeys(false);
        // When
        var early = handle(back, call);
        signing.seeingKeys(true);
        var late = handle(back, call);
        // Then
        assertThat(early).isInstanceOf(Outcome.NotYet.class);
        assertThat(late).isInstanceOf(Outcome.Done.class);
        assertThat(signing.done()).containsExactly("create a.example", "create b.a.example", "enable a.example");
    }

    @Test
    void letters_to_nobody_leave_as_soon_as_exchange_knows_a_domain_and_no_domain_waits_for_another() {
        // Given
        tenant.verifiedDomain("a.example").verifiedDomain("b.example");
        mail.taking("b.example");
        var verify = new DnsCommand.VerifyDomains(
                List.of(DomainName.parse("a.example"), DomainName.parse("b.example")), SERVICES, true);
        // When
        var early = handle(verify, call);
        var meanwhile = List.copyOf(mail.done());
        mail.taking("a.example");
        var late = handle(verify, call);
        // Then
        assertThat(early).isInstanceOf(Outcome.NotYet.class);
        assertThat(meanwhile).containsExactly("InternalRelay b.example");
        assertThat(late).isInstanceOf(Outcome.Done.class);
        assertThat(mail.done()).containsExactly("InternalRelay b.example", "InternalRelay a.example");
    }

    @Test
    void letters_to_nobody_leave_although_the_answer_about_one_domain_was_lost() {
        // Given
        tenant.addedDomain("a.example").addedDomain("b.example").seeingRecords().losing("a.example");
        mail.taking("a.example").taking("b.example");
        var both = List.of(DomainName.parse("a.example"), DomainName.parse("b.example"));
        // When
        var outcome = handle(new DnsCommand.VerifyDomains(both, SERVICES, true), call);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(mail.done()).containsExactly("InternalRelay a.example", "InternalRelay b.example");
        assertThat(tenant.done()).containsExactly("verify b.example", "select b.example");
    }

    @Test
    void a_domain_is_added_again_only_when_the_one_above_it_is_verified_which_proves_it() {
        // Given
        tenant.verifiedDomain("a.example").verifiedDomain("b.a.example");
        removeApproved();
        tenant.letGo();
        removeApproved();
        tenant.letGo();
        var back = new DnsCommand.ReturnDomains(planned().stream().distinct().toList());
        tenant.done().clear();
        // When
        handle(back, call);
        var meanwhile = List.copyOf(tenant.done());
        tenant.seeingRecords();
        handle(back, call);
        // Then
        assertThat(meanwhile).containsExactly("add a.example");
        assertThat(tenant.done()).contains("verify a.example", "add b.a.example");
    }

    @Test
    void a_domain_is_one_however_the_tenant_writes_it() {
        // Given
        tenant.addedDomain("A.example");
        // When
        handle(new DnsCommand.VerifyDomains(A, SERVICES, true), call);
        // Then
        assertThat(planned()).extracting(Change::id).containsOnly("A.example");
        assertThat(tenant.done()).as("no service before it is verified").isEmpty();
    }

    @Test
    void letters_to_nobody_leave_although_the_directory_is_late() {
        // Given
        tenant.addedDomain("a.example");
        mail.taking("a.example");
        // When
        var outcome = handle(new DnsCommand.VerifyDomains(A, SERVICES, true), call);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.NotYet.class);
        assertThat(mail.done()).containsExactly("InternalRelay a.example");
    }

    @Test
    void a_domain_that_the_tenant_owned_before_takes_mail_as_before() {
        // Given
        tenant.verifiedDomain("a.example");
        mail.taking("a.example");
        handle(new DnsCommand.VerifyDomains(A, SERVICES, true), call);
        // When
        var released = handle(new DnsCommand.ReleaseDomains(planned()), call);
        // Then
        assertThat(released).isInstanceOf(Outcome.Done.class);
        assertThat(mail.done()).containsExactly("InternalRelay a.example", "Authoritative a.example");
        assertThat(tenant.done()).isEmpty();
    }

    @Test
    void letters_to_nobody_leave_again_when_the_domain_is_back_as_they_did_when_it_left() {
        // Given
        tenant.verifiedDomain("a.example").seeingRecords();
        mail.taking("a.example", "InternalRelay");
        removeApproved();
        var back = new DnsCommand.ReturnDomains(planned());
        tenant.letGo();
        mail.letGo("a.example");
        // When
        var early = handle(back, call);
        mail.taking("a.example");
        var late = handle(back, call);
        // Then
        assertThat(early).isInstanceOf(Outcome.NotYet.class);
        assertThat(late).isInstanceOf(Outcome.Done.class);
        assertThat(mail.done()).containsExactly("InternalRelay a.example");
    }

    private Outcome<Optional<DnsFact>> removeApproved() {
        var remove = new DnsCommand.RemoveDomains(A);
        handle(remove, call.dry());
        var approved = plans.getLast().changes().stream().map(Change::digest).collect(Collectors.toSet());
        plans.removeLast();
        return handle(remove, call.approving(approved));
    }

    private List<Change> planned() {
        return plans.stream().flatMap(plan -> plan.changes().stream()).toList();
    }

    private Handling<DnsFact> of(DnsCommand command) {
        return new FakeHost().handlers(tenant, signing, mail).of(command);
    }

    private Outcome<Optional<DnsFact>> handle(DnsCommand command, OpenCall leave) {
        return new Procedure<DnsFact>(leave, plans::add, _ -> {}).follow(of(command));
    }

    private abstract class OnFakeTenant implements CommandContract<DnsFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenant.done();
        }
    }
}
