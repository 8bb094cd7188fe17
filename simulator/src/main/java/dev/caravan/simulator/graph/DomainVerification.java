package dev.caravan.simulator.graph;

import dev.caravan.simulator.domains.PublishedRecords;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.DomainStates;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.unclear.Unclear;
import dev.caravan.simulator.unclear.Verification;
import dev.caravan.simulator.world.DomainEvent;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Proves that a domain is a tenant's: all of its name servers publish a text, and nobody else has it.
@Component
final class DomainVerification {

    private static final String FAILED = "Domain verification failed with the following error: ";

    private final Tenants tenants;
    private final PublishedRecords published;
    private final Later later;
    private final Unclear unclear;

    DomainVerification(Tenants tenants, PublishedRecords published, Later later, Unclear unclear) {
        this.unclear = unclear;
        this.tenants = tenants;
        this.published = published;
        this.later = later;
    }

    GraphAnswer verify(Change change, GraphRequest request) {
        JsonLine domain = Domains.usable(change, request.path().get(1));
        DomainName name = Domains.name(domain);
        if (domain.isTrue("isVerified")) {
            throw GraphError.refused("Domain is already verified.");
        }
        if (change.tenant().awaits(name, DomainEvent.TAKEOVER)) {
            throw GraphError.refused(FAILED + "The takeover of " + name + " is scheduled.");
        }
        String proof = new DomainRecords(change.tenant(), (ObjectNode) domain.value()).proof();
        List<Set<String>> servers = published.texts(name);
        if (servers.isEmpty() || !servers.stream().allMatch(texts -> texts.contains(proof))) {
            throw GraphError.refused(
                    FAILED + "Verification DNS record not found for " + name + ".",
                    "We couldn't find the record that proves that " + name
                            + " is yours. It may take 72 hours to show.");
        }
        if (tenants.withDomain(name).isPresent()) {
            throw GraphError.refused(
                    FAILED + "Can't verify domain. " + name + " is associated with another Microsoft hosted service.",
                    name + " has already been verified for your account, or for another Microsoft Online Services"
                            + " account.");
        }
        if (unclear.verification() == Verification.TAKEOVER) {
            later.takeOver(change, domain);
            return answer(request, Domains.usable(change, name.text()).value(), "EmailVerifiedDomainTakeoverScheduled");
        }
        ObjectNode verified = DomainStates.verify(change, domain);
        later.accept(change, name);
        return answer(request, verified, "AvailableImmediately");
    }

    private static GraphAnswer answer(GraphRequest request, JsonNode domain, String availability) {
        return new GraphAnswer.Good(
                200, Domains.entity(request, (ObjectNode) domain).put("availabilityStatus", availability));
    }
}
