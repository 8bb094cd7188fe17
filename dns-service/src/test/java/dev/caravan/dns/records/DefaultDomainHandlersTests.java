package dev.caravan.dns.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
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

class DefaultDomainHandlersTests {

    private static final DnsCommand MAKE =
            new DnsCommand.MakeInitialDomainDefault(List.of(DomainName.parse("a.example")));

    private final FakeTenant tenant = new FakeTenant().defaultDomain("a.example");
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Making extends OnFakeTenant {

        @Override
        public Handling<DnsFact> handling() {
            return of(MAKE);
        }
    }

    @Nested
    class Reverting extends OnFakeTenant {

        private final DnsCommand revert;

        Reverting() {
            handle(MAKE);
            revert = new DnsCommand.RevertDefaultDomain(plans.getLast().changes());
            tenant.done().clear();
        }

        @Override
        public Handling<DnsFact> handling() {
            return of(revert);
        }
    }

    @Test
    void it_is_told_which_domain_is_the_default_one_now_whether_it_was_changed_or_not() {
        assertThat(handle(MAKE))
                .isEqualTo(Outcome.done(Optional.of(new DnsFact.DefaultDomainChanged(FakeTenant.INITIAL, 1))));
        assertThat(handle(MAKE))
                .isEqualTo(Outcome.done(Optional.of(new DnsFact.DefaultDomainChanged(FakeTenant.INITIAL, 0))));
        assertThat(tenant.done()).containsExactly("default " + FakeTenant.INITIAL);
    }

    private Handling<DnsFact> of(DnsCommand command) {
        return new FakeHost().handlers(tenant).of(command);
    }

    private Outcome<Optional<DnsFact>> handle(DnsCommand command) {
        return new Procedure<DnsFact>(call, plans::add, _ -> {}).follow(of(command));
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
