package dev.caravan.dns.tenant.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Page;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What a tenant says of domains that it showed otherwise when it was asked: reads lag behind what was written.
class GraphDomainsTests {

    private static final OpenCall CALL = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());

    @Test
    void a_domain_that_is_there_already_is_as_good_as_added() {
        // Given
        var domains = refusing("bad-request", "Request_BadRequest: Another object with … (ObjectConflict id)");
        // Then
        assertThat(domains.add("a.example", CALL)).isEqualTo(Outcome.done("a.example"));
    }

    @Test
    void a_domain_that_cannot_be_added_is_not() {
        // Given
        var domains = refusing("bad-request", "Request_BadRequest: … maximum number of 100 unverified domains");
        // Then
        assertThat(domains.add("a.example", CALL)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_domain_that_is_gone_is_as_good_as_removed() {
        // Then
        assertThat(refusing("not-found", "no such domain").remove("a.example", CALL))
                .isEqualTo(Outcome.done("a.example"));
        assertThat(refusing("bad-request", "objects refer to it").remove("a.example", CALL))
                .isInstanceOf(Outcome.Failed.class);
    }

    private static GraphDomains refusing(String code, String reason) {
        return new GraphDomains(new Refusing(Outcome.failedForGood(code, reason)));
    }

    private record Refusing(Outcome<Optional<ObjectNode>> refusal) implements Graph {

        @Override
        public Outcome<Optional<ObjectNode>> send(GraphRequest request, Call call) {
            return refusal;
        }

        @Override
        public Outcome<Page> page(Listing listing, Optional<String> cursor, Call call) {
            throw new UnsupportedOperationException("nothing is listed");
        }

        @Override
        public Outcome<Optional<ObjectNode>> find(Resource resource, List<String> select, Call call) {
            throw new UnsupportedOperationException("nothing is looked for");
        }

        @Override
        public Outcome<List<Outcome<Answer>>> batch(List<GraphRequest> requests, Call call) {
            throw new UnsupportedOperationException("requests are made one by one");
        }
    }
}
