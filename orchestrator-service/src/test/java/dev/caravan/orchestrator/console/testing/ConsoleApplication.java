package dev.caravan.orchestrator.console.testing;

import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.console.writes.ConnectionChanges;
import dev.caravan.orchestrator.console.writes.Requests;
import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.LocalSchemaIds;
import dev.caravan.schemas.TopicCatalogue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// The console alone, on a server of its own. Bears no stereotype, so that no scan of the whole service finds it.
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "dev.caravan.orchestrator.console",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(views\\.ViewsConfiguration|writes\\.WritesConfiguration)"))
public class ConsoleApplication {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Bean
    AvroRecords avroRecords() {
        return new AvroRecords(new LocalSchemaIds());
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Bean
    RunViews runViews(AvroRecords records) {
        return RunViews.held(records);
    }

    @Bean
    Connections connections(AvroRecords records) {
        return new Connections(records);
    }

    @Bean
    RememberedWrites writeLog() {
        return new RememberedWrites();
    }

    @Bean
    Requests requests(RememberedWrites log, RunViews views, InstantSource clock) {
        return new Requests(log, views, clock);
    }

    /// Connections that are written are told at once.
    @Bean
    ConnectionChanges connectionChanges(
            RememberedWrites log, Connections connections, InstantSource clock, AvroRecords records) {
        return new ConnectionChanges(
                entry -> {
                    log.append(entry);
                    connections.accept(entry.key(), records.encode(TopicCatalogue.CONNECTIONS, entry.value()));
                },
                connections,
                clock);
    }

    @Bean
    Told told(AvroRecords records, RunViews views, Connections connections) {
        return new Told(records, views, connections);
    }

    @Bean
    ToldLedger ledgerQueries() {
        return new ToldLedger();
    }

    /// A ledger that answers what a test told it, or looks into the lines that it was given.
    public static final class ToldLedger implements LedgerQueries {

        private volatile Function<Query, Answer> answers = _ -> new Answer.Page(List.of(), Optional.empty());

        public void answers(Answer next) {
            answers = _ -> next;
        }

        public void holds(LedgerLine... lines) {
            answers = query -> page(List.of(lines), query);
        }

        @Override
        public Answer changes(String runId, Query query) {
            return answers.apply(query);
        }

        private static Answer page(List<LedgerLine> all, Query query) {
            var lines = all.stream()
                    .filter(line -> query.step()
                            .filter(step -> !step.equals(line.step()))
                            .isEmpty())
                    .toList();
            var from = query.after().map(Integer::parseInt).orElse(0);
            var to = Math.min(lines.size(), from + query.limit());
            var next = to < lines.size() ? Optional.of(Integer.toString(to)) : Optional.<String>empty();
            return new Answer.Page(lines.subList(from, to), next);
        }
    }
}
