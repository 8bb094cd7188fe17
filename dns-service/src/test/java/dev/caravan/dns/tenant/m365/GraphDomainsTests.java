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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
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

    @ParameterizedTest
    @CsvSource({"Domain is already verified., Done", "Domain verification failed with the following error: …, NotYet"})
    void a_domain_that_is_verified_already_is_as_good_as_verified(String reason, String outcome) {
        // When
        var verified = refusing("bad-request", "Request_BadRequest: " + reason).verify("a.example", CALL);
        // Then
        assertThat(verified.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"true, AvailableImmediately, Done", "false, EmailVerifiedDomainTakeoverScheduled, NotYet"})
    void a_domain_that_is_taken_over_first_is_not_verified_yet(boolean isVerified, String status, String outcome) {
        // Given
        var answer = JsonMapper.shared()
                .createObjectNode()
                .put("id", "a.example")
                .put("isVerified", isVerified)
                .put("availabilityStatus", status);
        // When
        var verified =
                new GraphDomains(new Canned(Outcome.done(Optional.of(answer)), List.of())).verify("a.example", CALL);
        // Then
        assertThat(verified.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void a_domain_that_is_gone_is_as_good_as_removed() {
        // Then
        assertThat(refusing("not-found", "no such domain").remove("a.example", CALL))
                .isEqualTo(Outcome.done("a.example"));
        assertThat(refusing("bad-request", "objects refer to it").remove("a.example", CALL))
                .isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"InProgress, true", "Scheduled, true", "Failed, false"})
    void a_removal_that_failed_is_none(String status, boolean isBeingRemoved) {
        // Given
        var object = JsonMapper.shared().createObjectNode().put("id", "a.example");
        object.putObject("state").put("operation", "ForceDelete").put("status", status);
        // When
        var all = new GraphDomains(new Canned(Outcome.done(Optional.empty()), List.of(object))).all(CALL);
        // Then
        assertThat(all)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat((List<?>) done.fact())
                                .singleElement()
                                .extracting("isBeingRemoved")
                                .isEqualTo(isBeingRemoved));
    }

    private static GraphDomains refusing(String code, String reason) {
        return new GraphDomains(new Canned(Outcome.failedForGood(code, reason), List.of()));
    }

    private record Canned(Outcome<Optional<ObjectNode>> answer, List<ObjectNode> objects) implements Graph {

        @Override
        public Outcome<Optional<ObjectNode>> send(GraphRequest request, Call call) {
            return answer;
        }

        @Override
        public Outcome<Page> page(Listing listing, Optional<String> cursor, Call call) {
            return Outcome.done(new Page(objects, Optional.empty()));
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
