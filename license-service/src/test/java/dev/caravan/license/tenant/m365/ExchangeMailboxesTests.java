package dev.caravan.license.tenant.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.license.item.Mailbox;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Parameter;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Page;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ExchangeMailboxesTests {

    private static final OpenCall CALL = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private static final String ADA =
            "{\"Guid\":\"g\",\"DisplayName\":\"Ada\",\"EmailAddresses\":[\"SMTP:ada@a.example\"],\"CustomAttribute15\":\"caravan:ada\"}";

    private final Map<String, Outcome<CmdletOutput>> answers = new HashMap<>();
    private final ExchangeMailboxes mailboxes = new ExchangeMailboxes(new CannedGraph(), new CannedExchange());

    @Test
    void the_initial_domain_is_the_one_that_says_so() {
        assertThat(mailboxes.initialDomain(CALL)).isEqualTo(Outcome.done("a.onmicrosoft.example"));
    }

    @Test
    void who_is_not_there_is_missing() {
        // Given
        answers.put("(Guid -eq 'g') -or (Guid -eq 'h')", found(ADA));
        answers.put("ada@a.example", found(ADA));
        var ada = new Mailbox("g", "Ada", List.of("SMTP:ada@a.example"));
        // Then
        assertThat(mailboxes.of(List.of("g", "h"), CALL)).isEqualTo(Outcome.done(Map.of("g", ada)));
        assertThat(mailboxes.at(List.of("ada@a.example", "bo@a.example"), CALL))
                .isEqualTo(Outcome.done(Map.of("ada@a.example", ada)));
    }

    @Test
    void a_pair_is_found_by_its_mark() {
        // Given
        answers.put("(CustomAttribute15 -eq 'caravan:ada')", found(ADA));
        // Then
        assertThat(mailboxes.madeFor(List.of("ada"), CALL))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat((Map<?, ?>) done.fact()).hasSize(1));
    }

    @Test
    void a_mark_that_two_have_is_nobodys() {
        // Given
        answers.put("(CustomAttribute15 -eq 'caravan:ada')", found(ADA, ADA));
        // Then
        assertThat(mailboxes.madeFor(List.of("ada"), CALL))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("ambiguous"));
    }

    @Test
    void sizes_are_read_from_what_exchange_writes_in_any_language() {
        // Given
        answers.put("ada", found("{\"TotalItemSize\":\"99 GB (106,300,440,576 bytes)\"}"));
        answers.put("bo", found("{\"TotalItemSize\":\"1,5 GB (1.610.612.736 bytes)\"}"));
        answers.put("cy", found("{\"TotalItemSize\":\"Unlimited\"}"));
        // Then
        assertThat(mailboxes.sizes(List.of("ada", "bo", "cy", "di"), CALL))
                .isEqualTo(Outcome.done(Map.of("ada", 106_300_440_576L, "bo", 1_610_612_736L)));
    }

    @Test
    void sizes_that_nobody_may_read_are_no_sizes() {
        // Given
        answers.put("ada", Outcome.failedForNow("throttled", "later"));
        // Then
        assertThat(mailboxes.sizes(List.of("ada"), CALL)).isEqualTo(Outcome.failedForNow("throttled", "later"));
    }

    private static Outcome<CmdletOutput> found(String... objects) {
        var all = Stream.of(objects)
                .map(object -> (ObjectNode) JsonMapper.shared().readTree(object))
                .toList();
        return Outcome.done(new CmdletOutput(all, List.of(), Optional.empty()));
    }

    private final class CannedExchange implements ExchangeOnline {

        @Override
        public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
            throw new UnsupportedOperationException("only batches are asked for");
        }

        @Override
        public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
            return Outcome.done(cmdlets.stream()
                    .map(cmdlet -> answers.getOrDefault(
                            asked(cmdlet), Outcome.<CmdletOutput>failedForGood("not-found", "unknown")))
                    .toList());
        }

        private static String asked(Cmdlet cmdlet) {
            return cmdlet.parameters().get("Filter") instanceof Parameter.Text(var filter)
                    ? filter
                    : cmdlet.identity().orElseThrow().value();
        }
    }

    private static final class CannedGraph implements Graph {

        @Override
        public Outcome<Page> page(Listing listing, Optional<String> cursor, Call call) {
            var domains = JsonMapper.shared().readTree("""
                    [{"id":"a.example","isInitial":false},{"id":"a.onmicrosoft.example","isInitial":true}]""");
            return Outcome.done(
                    new Page(domains.valueStream().map(ObjectNode.class::cast).toList(), Optional.empty()));
        }

        @Override
        public Outcome<Optional<ObjectNode>> find(Resource resource, List<String> select, Call call) {
            throw new UnsupportedOperationException("only lists are asked for");
        }

        @Override
        public Outcome<Optional<ObjectNode>> send(GraphRequest request, Call call) {
            throw new UnsupportedOperationException("only lists are asked for");
        }

        @Override
        public Outcome<List<Outcome<Answer>>> batch(List<GraphRequest> requests, Call call) {
            throw new UnsupportedOperationException("only lists are asked for");
        }
    }
}
