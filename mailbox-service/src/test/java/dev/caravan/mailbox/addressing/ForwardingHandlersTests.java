package dev.caravan.mailbox.addressing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ForwardingHandlersTests {

    private static final MailboxCommand REMOVE =
            new MailboxCommand.RemoveForwarding(List.of("ada", "bo", "gone"), MovingDomains.of(List.of("a.example")));

    private final FakeForwardings tenant =
            new FakeForwardings().forwarding("ada", "ada@a.example").forwarding("bo", "bo@stays.example");
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Removing extends OnFakeForwardings {

        @Override
        public Handling<MailboxFact> handling() {
            return of(REMOVE);
        }
    }

    @Nested
    class Reverting extends OnFakeForwardings {

        private final MailboxCommand revert;

        Reverting() {
            handle(REMOVE);
            revert = new MailboxCommand.RevertForwarding(List.copyOf(tenant.changed()));
            tenant.changed().clear();
        }

        @Override
        public Handling<MailboxFact> handling() {
            return of(revert);
        }
    }

    @Test
    void it_is_told_who_keeps_mail_now_who_forwards_elsewhere_and_who_is_gone() {
        assertThat(handle(REMOVE)).isEqualTo(Outcome.done(Optional.of(new MailboxFact.ForwardingRemoved(1, 1, 1))));
    }

    private Handling<MailboxFact> of(MailboxCommand command) {
        return FakeTenant.of(tenant).handlers().of(command);
    }

    private Outcome<Optional<MailboxFact>> handle(MailboxCommand command) {
        return new Procedure<MailboxFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private abstract class OnFakeForwardings implements CommandContract<MailboxFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenant.changed();
        }
    }
}
