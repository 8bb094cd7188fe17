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

class ReferenceHandlersTests {

    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("a.example"));
    private static final MailboxCommand REPLACE =
            new MailboxCommand.ReplaceIdentifierUris(List.of("app", "other", "third", "fourth"), DOMAINS);

    private final FakeObjects tenant = new FakeObjects()
            .application("app", "https://a.example")
            .application("other", "api://1")
            .application("third", "api://2")
            .application("fourth", "api://3")
            .deletedUser("ada", "ada@a.example")
            .deletedUser("bo", "bo@stays.example")
            .deletedUser("cy", "cy@stays.example")
            .deletedUser("dee", "dee@stays.example");
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Replacing extends OnFakeObjects {

        @Override
        public Handling<MailboxFact> handling() {
            return of(REPLACE);
        }
    }

    @Nested
    class Reverting extends OnFakeObjects {

        private final MailboxCommand revert;

        Reverting() {
            handle(REPLACE);
            revert = new MailboxCommand.RevertIdentifierUris(List.copyOf(tenant.changed()));
            tenant.changed().clear();
        }

        @Override
        public Handling<MailboxFact> handling() {
            return of(revert);
        }
    }

    @Nested
    class Purging extends OnFakeObjects {

        @Override
        public Handling<MailboxFact> handling() {
            return of(new MailboxCommand.PurgeDeletedObjects(List.of("ada", "bo", "cy", "dee"), DOMAINS));
        }
    }

    @Test
    void what_was_restored_or_purged_by_others_is_told_as_gone() {
        assertThat(handle(new MailboxCommand.PurgeDeletedObjects(List.of("ada", "bo", "cy", "dee", "eve"), DOMAINS)))
                .isEqualTo(Outcome.done(Optional.of(new MailboxFact.DeletedObjectsPurged(1, 3, 1))));
    }

    private Handling<MailboxFact> of(MailboxCommand command) {
        return FakeTenant.of(tenant).handlers().of(command);
    }

    private Outcome<Optional<MailboxFact>> handle(MailboxCommand command) {
        return new Procedure<MailboxFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private abstract class OnFakeObjects implements CommandContract<MailboxFact> {

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
