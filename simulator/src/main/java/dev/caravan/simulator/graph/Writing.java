package dev.caravan.simulator.graph;

import dev.caravan.simulator.mail.PostBox;
import dev.caravan.simulator.names.SignInNames;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.unclear.Unclear;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What Graph lets an application change.
@Component
final class Writing {

    /// The segments of `groups/…/members/…/$ref`.
    private static final int MEMBER_PATH = 5;

    private final DomainAdding adding;
    private final DomainVerification verification;
    private final Later later;
    private final SignInNames names;
    private final PostBox postBox;
    private final Unclear unclear;

    Writing(
            DomainAdding adding,
            DomainVerification verification,
            Later later,
            SignInNames names,
            PostBox postBox,
            Unclear unclear) {
        this.unclear = unclear;
        this.adding = adding;
        this.verification = verification;
        this.later = later;
        this.names = names;
        this.postBox = postBox;
    }

    GraphAnswer answer(Change change, GraphRequest request) {
        List<String> path = request.path();
        if (MailboxPath.isOne(path) && request.method().equals("POST")) {
            return new MailboxWriting(change, postBox).answer(request);
        }
        switch (request.method() + " " + shape(path)) {
            case "POST domains" -> {
                return adding.add(change, request);
            }
            case "POST domains/*/verify" -> {
                return verification.verify(change, request);
            }
            case "POST domains/*/promote" -> {
                return new DomainPromotion(change).promote(request);
            }
            case "POST users" -> {
                return new UserCreation(change).create(request);
            }
            case "POST users/*/assignLicense" -> {
                return new Licensing(change).assign(request);
            }
            case "POST groups" -> {
                return new GroupCreation(change).create(request);
            }
            case "POST directory/deletedItems/*/restore" -> {
                return new Restoration(change).restore(request);
            }
            case "DELETE users/*" -> new Removing(change).user(path.get(1));
            case "DELETE groups/*" -> new Removing(change).group(path.get(1));
            case "POST groups/*/members/$ref" -> new GroupMembers(change).add(path.get(1), request.body());
            case "DELETE groups/*/members/*/$ref" -> new GroupMembers(change).remove(path.get(1), path.get(3));
            case "POST domains/*/forceDelete" ->
                new ForcedRemoval(change, later, unclear.forceDelete()).remove(path.get(1), request.body());
            case "PATCH domains/*" -> new DomainPatch(change).apply(path.get(1), properties(request));
            case "DELETE domains/*" -> new DomainRemoval(change, later, unclear.forceDelete()).remove(path.get(1));
            case "PATCH organization/*" ->
                new OrganizationPatch(change, unclear).apply(path.get(1), properties(request));
            case "PATCH groups/*" -> new GroupPatch(change).apply(path.get(1), properties(request));
            case "PATCH users/*" -> new UserPatch(change, names).apply(path.get(1), properties(request));
            case "PATCH applications/*" -> new ApplicationPatch(change).apply(path.get(1), properties(request));
            case "DELETE directory/deletedItems/*" -> new DeletedItems(change).remove(path.get(2));
            default -> throw GraphError.notAllowed(request.method());
        }
        return GraphAnswer.Good.nothing();
    }

    /// The path with a star instead of the object's key, and of a member's.
    private static String shape(List<String> path) {
        List<String> shape = new ArrayList<>(path);
        int key = !path.isEmpty() && path.getFirst().equals("directory") ? 2 : 1;
        if (key < shape.size()) {
            shape.set(key, "*");
        }
        if (shape.size() == MEMBER_PATH && shape.getFirst().equals("groups")) {
            shape.set(MEMBER_PATH - 2, "*");
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
