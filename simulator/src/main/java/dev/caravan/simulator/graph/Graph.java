package dev.caravan.simulator.graph;

import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.unclear.DeletedReferences;
import dev.caravan.simulator.unclear.Unclear;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers requests of a tenant's application.
@Component
final class Graph {

    private static final Set<String> OPTIONS = Set.of("$select", "$top", "$skiptoken");
    private static final Pattern FIND_TENANT = Pattern.compile(
            "(microsoft\\.graph\\.)?findTenantInformationByDomainName\\(domainName='(?<domain>[^']*)'\\)");
    private static final Map<String, Collection> COLLECTIONS = Map.of(
            "groups", new Collection(Kind.GROUPS, EntityType.GROUP),
            "applications", new Collection(Kind.APPLICATIONS, EntityType.APPLICATION),
            "subscribedSkus", new Collection(Kind.SUBSCRIBED_SKUS, EntityType.SKU));
    private static final Map<String, Collection> DELETED = Map.of(
            "graph.user", new Collection(Kind.DELETED_USERS, EntityType.USER),
            "graph.group", new Collection(Kind.DELETED_GROUPS, EntityType.GROUP));

    private final Tenants tenants;
    private final Writing writing;
    private final SimulatedClock clock;
    private final Unclear unclear;

    Graph(Tenants tenants, Writing writing, SimulatedClock clock, Unclear unclear) {
        this.unclear = unclear;
        this.tenants = tenants;
        this.writing = writing;
        this.clock = clock;
    }

    private record Collection(Kind kind, EntityType type) {}

    GraphAnswer answer(Change change, GraphRequest request) {
        try {
            requireKnownOptions(request);
            return request.method().equals("GET")
                    ? new GraphAnswer.Good(200, read(new Directory(change.place()), request))
                    : writing.answer(change, request);
        } catch (GraphError error) {
            change.discard();
            return new GraphAnswer.Bad(error.worded(unclear.texts()), clock.instant());
        }
    }

    private static void requireKnownOptions(GraphRequest request) {
        request.query().keySet().stream()
                .filter(option -> option.startsWith("$") && !OPTIONS.contains(option))
                .filter(option -> !MailboxPath.knows(request, option) && !DirectoryQuery.knows(request, option))
                .findFirst()
                .ifPresent(option -> {
                    throw GraphError.unsupportedQuery("The query option '" + option + "' is not supported here.");
                });
    }

    private ObjectNode read(Directory directory, GraphRequest request) {
        List<String> path = request.path();
        String first = path.isEmpty() ? "" : path.getFirst();
        List<String> rest = path.isEmpty() ? path : path.subList(1, path.size());
        return switch (first) {
            case "organization" -> organization(directory, request, rest);
            case "domains" -> domains(directory, request, rest);
            case "users" -> users(directory, request, rest);
            case "contacts" -> contacts(directory, request, rest);
            case "directory" -> deleted(directory, request, rest);
            case "tenantRelationships" -> tenantInformation(request, rest);
            default -> {
                Collection collection = COLLECTIONS.get(first);
                if (collection == null) {
                    throw GraphError.noSuchSegment(first);
                }
                yield collection(directory, request, collection, rest);
            }
        };
    }

    private static ObjectNode organization(Directory directory, GraphRequest request, List<String> rest) {
        ObjectNode organization = directory.organization();
        return switch (rest.size()) {
            case 0 -> list(request, EntityType.ORGANIZATION, "organization", List.of(organization));
            case 1 ->
                one(
                        request,
                        EntityType.ORGANIZATION,
                        "organization",
                        rest.getFirst(),
                        Optional.of(organization)
                                .filter(own -> own.path("id").asString().equalsIgnoreCase(rest.getFirst())));
            default -> throw GraphError.noSuchSegment(rest.get(1));
        };
    }

    private ObjectNode domains(Directory directory, GraphRequest request, List<String> rest) {
        if (rest.isEmpty()) {
            return list(request, EntityType.DOMAIN, "domains", directory.all(Kind.DOMAINS));
        }
        Optional<ObjectNode> domain = directory.withId(Kind.DOMAINS, rest.getFirst());
        if (rest.size() == 1) {
            return one(request, EntityType.DOMAIN, "domains", rest.getFirst(), domain);
        }
        ObjectNode found = domain.orElseThrow(() -> GraphError.notFound(rest.getFirst()));
        DomainRecords records = new DomainRecords(directory.tenant(), found);
        Page page = new Page(request, Selection.ofAnyType(request));
        String context = "domains('" + records.name() + "')/";
        return switch (String.join("/", rest.subList(1, rest.size()))) {
            case "domainNameReferences" ->
                page.of(
                        "directoryObjects",
                        directory.references(records.name(), unclear.deletedReferences() == DeletedReferences.LISTED));
            case "verificationDnsRecords" -> page.of(context + rest.get(1), records.verification());
            case "serviceConfigurationRecords" -> page.of(context + rest.get(1), records.service());
            default -> throw GraphError.noSuchSegment(rest.get(1));
        };
    }

    private static ObjectNode users(Directory directory, GraphRequest request, List<String> rest) {
        return switch (rest.size()) {
            case 0 ->
                list(request, EntityType.USER, "users", new DirectoryQuery(request).of(directory.all(Kind.USERS)));
            case 1 -> one(request, EntityType.USER, "users", rest.getFirst(), directory.user(rest.getFirst()));
            default -> new MailboxReading(directory.place(), request).answer(rest);
        };
    }

    private static ObjectNode contacts(Directory directory, GraphRequest request, List<String> rest) {
        return switch (rest.size()) {
            case 0 -> list(request, EntityType.CONTACT, "contacts", directory.contacts());
            case 1 ->
                one(
                        request,
                        EntityType.CONTACT,
                        "contacts",
                        rest.getFirst(),
                        directory.contacts().stream()
                                .filter(contact -> contact.path("id").asString().equalsIgnoreCase(rest.getFirst()))
                                .findFirst());
            default -> throw GraphError.noSuchSegment(rest.get(1));
        };
    }

    private static ObjectNode collection(
            Directory directory, GraphRequest request, Collection collection, List<String> rest) {
        String name = request.path().getFirst();
        if (rest.isEmpty()) {
            return list(
                    request, collection.type(), name, new DirectoryQuery(request).of(directory.all(collection.kind())));
        }
        String id = rest.getFirst();
        Optional<ObjectNode> object = directory.withId(collection.kind(), id);
        if (rest.size() == 1) {
            return one(request, collection.type(), name, id, object);
        }
        if (rest.size() == 2 && name.equals("groups") && rest.get(1).equals("members")) {
            if (object.isEmpty()) {
                throw GraphError.notFound(id);
            }
            return new Page(request, Selection.ofAnyType(request)).of("directoryObjects", directory.members(id));
        }
        throw GraphError.noSuchSegment(rest.get(1));
    }

    private static ObjectNode deleted(Directory directory, GraphRequest request, List<String> rest) {
        if (rest.size() != 2 || !rest.getFirst().equals("deletedItems")) {
            throw GraphError.noSuchSegment(rest.isEmpty() ? "directory" : rest.getLast());
        }
        Collection collection = DELETED.get(rest.get(1).replaceFirst("^microsoft\\.", ""));
        if (collection == null) {
            String id = rest.get(1);
            return entity(
                    request,
                    "directoryObjects",
                    Selection.ofAnyType(request),
                    directory.deleted(id).orElseThrow(() -> GraphError.notFound(id)));
        }
        return list(request, collection.type(), "directoryObjects/" + rest.get(1), directory.all(collection.kind()));
    }

    private ObjectNode tenantInformation(GraphRequest request, List<String> rest) {
        Matcher function = FIND_TENANT.matcher(rest.isEmpty() ? "" : rest.getFirst());
        if (rest.size() != 1 || !function.matches()) {
            throw GraphError.noSuchSegment(rest.isEmpty() ? "tenantRelationships" : rest.getFirst());
        }
        String domain = function.group("domain");
        Tenant owner = DomainName.find(domain)
                .flatMap(tenants::withDomain)
                .map(Place::tenant)
                .orElseThrow(() -> GraphError.notFound(domain));
        ObjectNode information = JsonMapper.shared()
                .createObjectNode()
                .put("@odata.context", request.base() + "/$metadata#" + EntityType.TENANT_INFORMATION.qualified())
                .put("tenantId", owner.id())
                .put("displayName", owner.displayName())
                .put("defaultDomainName", owner.defaultDomain().text());
        return information.putNull("federationBrandName");
    }

    private static ObjectNode list(GraphRequest request, EntityType type, String context, List<ObjectNode> all) {
        return new Page(request, Selection.of(type, request)).of(context, all);
    }

    private static ObjectNode one(
            GraphRequest request, EntityType type, String set, String id, Optional<ObjectNode> found) {
        return entity(request, set, Selection.of(type, request), found.orElseThrow(() -> GraphError.notFound(id)));
    }

    private static ObjectNode entity(GraphRequest request, String set, Selection selection, ObjectNode object) {
        ObjectNode body = JsonMapper.shared()
                .createObjectNode()
                .put("@odata.context", request.base() + "/$metadata#" + set + selection.suffix() + "/$entity");
        body.setAll(selection.of(object));
        return body;
    }
}
