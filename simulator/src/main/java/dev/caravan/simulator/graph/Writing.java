package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What Graph lets an application change.
@Component
final class Writing {

    private final DomainAdding adding;
    private final DomainVerification verification;
    private final Later later;

    Writing(DomainAdding adding, DomainVerification verification, Later later) {
        this.adding = adding;
        this.verification = verification;
        this.later = later;
    }

    GraphAnswer answer(Change change, GraphRequest request) {
        List<String> path = request.path();
        switch (request.method() + " " + shape(path)) {
            case "POST domains" -> {
                return adding.add(change, request);
            }
            case "POST domains/*/verify" -> {
                return verification.verify(change, request);
            }
            case "POST domains/*/forceDelete" -> new ForcedRemoval(change, later).remove(path.get(1), request.body());
            case "PATCH domains/*" -> new DomainPatch(change).apply(path.get(1), properties(request));
            case "DELETE domains/*" -> new DomainRemoval(change, later).remove(path.get(1));
            case "PATCH users/*" -> new UserPatch(change).apply(path.get(1), properties(request));
            case "PATCH applications/*" -> new ApplicationPatch(change).apply(path.get(1), properties(request));
            case "DELETE directory/deletedItems/*" -> new DeletedItems(change).remove(path.get(2));
            default -> throw GraphError.notAllowed(request.method());
        }
        return GraphAnswer.Good.nothing();
    }

    /// The path with a star instead of the object's key.
    private static String shape(List<String> path) {
        List<String> shape = new ArrayList<>(path);
        int key = !path.isEmpty() && path.getFirst().equals("directory") ? 2 : 1;
        if (key < shape.size()) {
            shape.set(key, "*");
        }
        return String.join("/", shape);
    }

    private static JsonNode properties(GraphRequest request) {
        if (!request.body().isObject() || request.body().isEmpty()) {
            throw GraphError.badRequest("Write requests are only supported on contained entities, with a body");
        }
        return request.body();
    }
}
