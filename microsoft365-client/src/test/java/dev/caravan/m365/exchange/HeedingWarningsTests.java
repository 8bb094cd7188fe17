package dev.caravan.m365.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HeedingWarningsTests {

    private static final OpenCall CALL = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private static final Cmdlet SET = Cmdlet.on("Set-Mailbox", new Identity("ada"));
    private static final Cmdlet ADD = Cmdlet.on("Add-MailboxPermission", new Identity("bo"));

    private final Logger logger = (Logger) LoggerFactory.getLogger(HeedingWarnings.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ExchangeOnline exchange = new HeedingWarnings(new Warning(), meters);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void every_warning_is_in_the_log_and_counted_and_the_outcome_is_as_it_was() {
        // When
        var alone = exchange.invoke(SET, CALL);
        var together = exchange.each(List.of(SET, ADD), CALL);

        // Then
        assertThat(alone).isEqualTo(Outcome.done(warning("Set-Mailbox is fine.")));
        assertThat(together)
                .isEqualTo(Outcome.done(List.of(
                        Outcome.done(warning("Set-Mailbox is fine.")), Outcome.failedForGood("not-found", "bo"))));
        assertThat(meters.counter("caravan.microsoft365.warnings", "cmdlet", "Set-Mailbox")
                        .count())
                .isEqualTo(2);
        assertThat(log.list)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getKeyValuePairs().toString())
                        .contains("Set-Mailbox ada", "Set-Mailbox is fine.")
                        .contains(CALL.header().runId().toString()));
    }

    private static CmdletOutput warning(String text) {
        return new CmdletOutput(List.of(), List.of(text), Optional.empty());
    }

    /// Warns of everything but what it does not find.
    private static final class Warning implements ExchangeOnline {

        @Override
        public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
            return cmdlet.equals(ADD)
                    ? Outcome.failedForGood("not-found", "bo")
                    : Outcome.done(warning(cmdlet.name() + " is fine."));
        }

        @Override
        public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
            return Outcome.done(cmdlets.stream()
                    .map(cmdlet -> page(cmdlet, Optional.empty(), call))
                    .toList());
        }
    }
}
