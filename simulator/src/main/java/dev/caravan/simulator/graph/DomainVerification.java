package dev.caravan.simulator.graph;

import dev.caravan.simulator.domains.PublishedRecords;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Proves that a domain is a tenant's: all of its name servers publish a text, and nobody else has it.
@Component
final class DomainVerification {

    private static final String FAILED = "Domain verification failed with the following error: ";

    private final Tenants tenants;
    private final PublishedRecords published;
    private final Later later;

    DomainVerification(Tenants tenants, PublishedRecords published, Later later) {
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
        ObjectNode verified =
                ((ObjectNode) domain.value()).deepCopy().put("isVerified", true).put("isRoot", isRoot(change, name));
        change.replace(Kind.DOMAINS, domain, verified);
        later.accept(change, name);
        return new GraphAnswer.Good(
                200, Domains.entity(request, verified).put("availabilityStatus", "AvailableImmediately"));
    }

    private static boolean isRoot(Change change, DomainName name) {
        return change.tenant().usableDomains().stream().noneMatch(above -> above.holds(name));
    }
}
